# 1. Open this in a browser. You come back to the redirect URI with ?code=…&state=…
echo "{{issuer}}/oauth/authorise?client_id={{clientId}}&redirect_uri={{encodedRedirectUri}}&state=$(openssl rand -hex 16)"

# 2. Within a minute, put the code into CODE and exchange it.
TOKENS=$(curl --silent --show-error '{{issuer}}/open_auth/token/' \
  --data-urlencode 'grant_type=authorization_code' \
  --data-urlencode 'redirect_uri={{redirectUri}}' \
  --data-urlencode 'client_id={{clientId}}' \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode "code=$CODE")
echo "$TOKENS"

# 3. Read the data that the person shared.
ACCESS_TOKEN=$(echo "$TOKENS" | sed 's/.*"access_token": "\([^"]*\)".*/\1/')
curl --silent --show-error '{{issuer}}/open_auth/get_user_data/' \
  --header "Authorization: Bearer $ACCESS_TOKEN"
