import os

import requests

form = {
    "{{name}}": "{{value}}",
    "client_secret": os.environ["CLIENT_SECRET"],
}
headers = {"Accept": "application/json"}
response = requests.post("{{url}}", data=form, headers=headers, timeout=10)
print(response.status_code, response.text)
