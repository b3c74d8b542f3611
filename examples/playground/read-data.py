import requests

headers = {"Authorization": "Bearer {{token}}", "Accept": "application/json"}
response = requests.get("{{url}}", headers=headers, timeout=10)
print(response.status_code, response.text)
