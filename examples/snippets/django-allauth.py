# omniport/provider.py of your project; add "omniport" to INSTALLED_APPS, and to urls.py
#   path("accounts/", include(default_urlpatterns(OmniportProvider)))
# Its redirect URI ends in /accounts/omniport/login/callback/; yours is {{redirectUri}}
# In settings.py:
#   SOCIALACCOUNT_PROVIDERS = {"omniport": {"APPS": [
#       {"client_id": "{{clientId}}", "secret": os.environ["CLIENT_SECRET"]}]}}
import requests
from allauth.socialaccount.providers.base import ProviderAccount
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import (
    OAuth2Adapter,
    OAuth2CallbackView,
    OAuth2LoginView,
)


class OmniportAdapter(OAuth2Adapter):
    provider_id = "omniport"
    authorize_url = "{{issuer}}/oauth/authorise"
    access_token_url = "{{issuer}}/open_auth/token/"
    profile_url = "{{issuer}}/open_auth/get_user_data/"

    def complete_login(self, request, app, token, **kwargs):
        headers = {"Authorization": f"Bearer {token.token}"}
        response = requests.get(self.profile_url, headers=headers, timeout=10)
        response.raise_for_status()
        return self.get_provider().sociallogin_from_response(request, response.json())


class OmniportProvider(OAuth2Provider):
    id = "omniport"
    name = "Omniport"
    account_class = ProviderAccount
    oauth2_adapter_class = OmniportAdapter

    def extract_uid(self, data):
        return str(data["userId"])

    def extract_common_fields(self, data):
        return {
            "username": data.get("username"),
            "name": data.get("person", {}).get("fullName"),
        }


provider_classes = [OmniportProvider]
oauth2_login = OAuth2LoginView.adapter_view(OmniportAdapter)
oauth2_callback = OAuth2CallbackView.adapter_view(OmniportAdapter)
