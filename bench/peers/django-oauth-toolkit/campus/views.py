import json
import os

from django.http import JsonResponse
from oauth2_provider.views import ProtectedResourceView

# In memory, so that what is measured is the token's check and not how an application keeps its people.
with open(os.environ["BENCH_CAMPUS"], encoding="utf-8") as file:
    PEOPLE = {person["username"]: person["data"] for person in json.load(file)["people"]}


class UserDataView(ProtectedResourceView):
    """The person's data by bearer token, checked by Django OAuth Toolkit."""

    def get(self, request):
        return JsonResponse(PEOPLE[request.resource_owner.username])
