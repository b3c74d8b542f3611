curl --silent --show-error --include '{{url}}' \
  --data-urlencode '{{name}}={{value}}' \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --header 'Accept: application/json'
