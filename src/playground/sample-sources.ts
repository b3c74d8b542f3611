// Made by scripts/make-snippets.mjs from examples/playground; test/flows/playground-samples.test.ts compares.

export const SAMPLE_SOURCES = {
  'authorize.sh': `# Meant for a browser: this shows where the page is.
curl --silent --show-error --include --get '{{url}}' \\
  --data-urlencode '{{name}}={{value}}' \\
  --header 'Accept: text/html'
`,
  'authorize.mjs': `const address = new URL('{{url}}');
address.searchParams.append('{{name}}', '{{value}}');
console.log(address.href); // Send the person's browser there.
`,
  'authorize.py': `from urllib.parse import urlencode

parameters = {
    "{{name}}": "{{value}}",
}
# Send the person's browser there.
print("{{url}}?" + urlencode(parameters))
`,
  'authorize.go': `package main

import (
	"fmt"
	"net/url"
)

func main() {
	parameters := url.Values{}
	parameters.Set("{{name}}", "{{value}}")
	// Send the person's browser there.
	fmt.Println("{{url}}?" + parameters.Encode())
}
`,
  'authorize.php': `<?php
$parameters = [
    '{{name}}' => '{{value}}',
];
// Send the person's browser there.
echo '{{url}}?' . http_build_query($parameters), "\\n";
`,
  'post-form.sh': `curl --silent --show-error --include '{{url}}' \\
  --data-urlencode '{{name}}={{value}}' \\
  --data-urlencode "client_secret=$CLIENT_SECRET" \\
  --header 'Accept: application/json'
`,
  'post-form.mjs': `const form = new URLSearchParams();
form.append('{{name}}', '{{value}}');
form.append('client_secret', process.env.CLIENT_SECRET);
const response = await fetch('{{url}}', {
  method: 'POST',
  headers: { accept: 'application/json' },
  body: form,
});
console.log(response.status, await response.text());
`,
  'post-form.py': `import os

import requests

form = {
    "{{name}}": "{{value}}",
    "client_secret": os.environ["CLIENT_SECRET"],
}
headers = {"Accept": "application/json"}
response = requests.post("{{url}}", data=form, headers=headers, timeout=10)
print(response.status_code, response.text)
`,
  'post-form.go': `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
)

func main() {
	form := url.Values{}
	form.Set("{{name}}", "{{value}}")
	form.Set("client_secret", os.Getenv("CLIENT_SECRET"))
	request, err := http.NewRequest("POST", "{{url}}", strings.NewReader(form.Encode()))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Accept", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	fmt.Println(response.Status)
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		log.Fatal(err)
	}
}
`,
  'post-form.php': `<?php
$form = [
    '{{name}}' => '{{value}}',
    'client_secret' => getenv('CLIENT_SECRET'),
];
$request = curl_init('{{url}}');
curl_setopt_array($request, [
    CURLOPT_POSTFIELDS => http_build_query($form),
    CURLOPT_HTTPHEADER => ['Accept: application/json'],
    CURLOPT_RETURNTRANSFER => true,
]);
$body = curl_exec($request);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $body, "\\n";
`,
  'read-data.sh': `curl --silent --show-error --include '{{url}}' \\
  --header 'Authorization: Bearer {{token}}' \\
  --header 'Accept: application/json'
`,
  'read-data.mjs': `const response = await fetch('{{url}}', {
  headers: { authorization: 'Bearer {{token}}', accept: 'application/json' },
});
console.log(response.status, await response.text());
`,
  'read-data.py': `import requests

headers = {"Authorization": "Bearer {{token}}", "Accept": "application/json"}
response = requests.get("{{url}}", headers=headers, timeout=10)
print(response.status_code, response.text)
`,
  'read-data.go': `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	request, err := http.NewRequest("GET", "{{url}}", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer {{token}}")
	request.Header.Set("Accept", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	fmt.Println(response.Status)
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		log.Fatal(err)
	}
}
`,
  'read-data.php': `<?php
$request = curl_init('{{url}}');
curl_setopt_array($request, [
    CURLOPT_HTTPHEADER => ['Authorization: Bearer {{token}}', 'Accept: application/json'],
    CURLOPT_RETURNTRANSFER => true,
]);
$body = curl_exec($request);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $body, "\\n";
`,
} as const;
