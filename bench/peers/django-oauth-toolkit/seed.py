"""Creates the tables and the campus of the JSON file named by BENCH_CAMPUS."""

import json
import os
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campus.settings")
django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.hashers import make_password  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from oauth2_provider.models import AccessToken, Application, RefreshToken  # noqa: E402

with open(os.environ["BENCH_CAMPUS"], encoding="utf-8") as file:
    campus = json.load(file)

call_command("migrate", verbosity=0)
now = timezone.now()

password = make_password(campus["password"])
users = User.objects.bulk_create(
    User(username=person["username"], email=person["email"], password=password)
    for person in campus["people"]
)
Session.objects.bulk_create(
    Session(
        session_key=person["session"],
        session_data=SessionStore().encode(
            {
                SESSION_KEY: str(user.pk),
                BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
                HASH_SESSION_KEY: user.get_session_auth_hash(),
            }
        ),
        expire_date=now + timedelta(seconds=campus["lifetimes"]["session"]),
    )
    for person, user in zip(campus["people"], users)
)
applications = Application.objects.bulk_create(
    Application(
        name=app["name"],
        client_id=app["clientId"],
        client_secret=app["clientSecret"],
        redirect_uris=app["redirectUri"],
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
    )
    for app in campus["apps"]
)
pairs = campus["pairs"]
access_tokens = AccessToken.objects.bulk_create(
    (
        AccessToken(
            user=users[pair["person"]],
            application=applications[pair["app"]],
            token=pair["accessToken"],
            scope="campus",
            expires=now + timedelta(seconds=campus["lifetimes"]["accessToken"]),
        )
        for pair in pairs
    ),
    batch_size=1000,
)
RefreshToken.objects.bulk_create(
    (
        RefreshToken(
            user=users[pair["person"]],
            application=applications[pair["app"]],
            token=pair["refreshToken"],
            access_token=access_token,
        )
        for pair, access_token in zip(pairs, access_tokens)
    ),
    batch_size=1000,
)
print(f"django {django.get_version()}")
