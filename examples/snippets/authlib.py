# pip install authlib flask requests
import os
from urllib.parse import urlsplit

from authlib.integrations.flask_client import OAuth
from flask import Flask, jsonify

app = Flask(__name__)
app.secret_key = os.environ["SESSION_SECRET"]

oauth = OAuth(app)
oauth.register(
    "omniport",
    client_id="{{clientId}}",
    client_secret=os.environ["CLIENT_SECRET"],
    authorize_url="{{issuer}}/oauth/authorise",
    access_token_url="{{issuer}}/open_auth/token/",
    api_base_url="{{issuer}}/open_auth/",
    client_kwargs={
        "code_challenge_method": "S256",
        "token_endpoint_auth_method": "client_secret_post",
    },
)


@app.get("/login")
def login():
    return oauth.omniport.authorize_redirect("{{redirectUri}}")


@app.get(urlsplit("{{redirectUri}}").path)
def callback():
    oauth.omniport.authorize_access_token()
    return jsonify(oauth.omniport.get("get_user_data/").json())
