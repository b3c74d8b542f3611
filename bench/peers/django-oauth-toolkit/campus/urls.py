from django.contrib.auth.views import LoginView
from django.http import HttpResponse
from django.urls import include, path

from .views import UserDataView

urlpatterns = [
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    path("user-data/", UserDataView.as_view()),
    path("login/", LoginView.as_view()),
    path("signed-in/", lambda request: HttpResponse("signed in")),
]
