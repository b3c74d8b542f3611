# Meant for a browser: this shows where the page is.
curl --silent --show-error --include --get '{{url}}' \
  --data-urlencode '{{name}}={{value}}' \
  --header 'Accept: text/html'
