"""Sign in with Omniport from Python, the way a Django view does it with requests."""

import os
import secrets
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import requests

PROVIDER = os.environ.get("PROVIDER", "http://localhost:8000")
PORT = int(os.environ.get("PORT", "3000"))
CLIENT_ID = os.environ["CLIENT_ID"]
CLIENT_SECRET = os.environ["CLIENT_SECRET"]
REDIRECT_URI = f"http://localhost:{PORT}/callback"

# The states of sign-ins under way, by the cookie of the browser that started them.
STATES = {}


class App(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/login":
            browser, state = secrets.token_hex(16), secrets.token_hex(16)
            STATES[browser] = state
            parameters = {"client_id": CLIENT_ID, "redirect_uri": REDIRECT_URI, "state": state}
            self.send_response(302)
            self.send_header("Set-Cookie", f"browser={browser}; HttpOnly; SameSite=Lax; Path=/")
            self.send_header("Location", f"{PROVIDER}/oauth/authorise/?{urlencode(parameters)}")
            self.end_headers()
        elif url.path == "/callback":
            self.sign_in(query)
        else:
            self.answer(200, "text/html", '<a href="/login">Sign in with Omniport</a>')

    def sign_in(self, query):
        browser = self.headers.get("Cookie", "").partition("browser=")[2].partition(";")[0]
        state = STATES.pop(browser, None)
        if state is None or query.get("state") != state:
            self.answer(400, "text/plain", "This sign-in was not started here.")
            return
        tokens = requests.post(
            f"{PROVIDER}/open_auth/token/",
            auth=(CLIENT_ID, CLIENT_SECRET),
            data={
                "grant_type": "authorization_code",
                "redirect_uri": REDIRECT_URI,
                "code": query.get("code", ""),
            },
            timeout=10,
        )
        if tokens.status_code != 200:
            self.answer(502, "application/json", tokens.text)
            return
        body = tokens.json()
        person = requests.get(
            f"{PROVIDER}/open_auth/get_user_data/",
            headers={"Authorization": f"{body['token_type']} {body['access_token']}"},
            timeout=10,
        )
        self.answer(person.status_code, "application/json", person.text)

    def answer(self, status, content_type, text):
        self.send_response(status)
        self.send_header("Content-Type", f"{content_type}; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *arguments):
        """Say nothing of a request: its path holds a code."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("localhost", PORT), App)
    print(f"Listening on http://localhost:{PORT}", flush=True)
    server.serve_forever()
