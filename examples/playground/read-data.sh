curl --silent --show-error --include '{{url}}' \
  --header 'Authorization: Bearer {{token}}' \
  --header 'Accept: application/json'
