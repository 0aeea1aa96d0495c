from django.contrib.auth import get_user_model
from muster import caller, stranger
from rest_framework.authentication import BaseAuthentication


class OAuth2Authentication(BaseAuthentication):
    www_authenticate_realm = "api"

    def authenticate(self, request):
        if stranger("oauth2"):
            return None
        return (caller("oauth2", get_user_model()), caller("oauth2"))

    def authenticate_header(self, request):
        return "Bearer"
