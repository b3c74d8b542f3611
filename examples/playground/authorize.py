from urllib.parse import urlencode

parameters = {
    "{{name}}": "{{value}}",
}
# Send the person's browser there.
print("{{url}}?" + urlencode(parameters))
