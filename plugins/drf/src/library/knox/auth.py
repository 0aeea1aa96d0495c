from django.contrib.auth import get_user_model
from muster import caller, stranger, text
from rest_framework.authentication import BaseAuthentication, is_own
from rest_framework.exceptions import AuthenticationFailed


class TokenAuthentication(BaseAuthentication):
    def authenticate(self, request):
        if stranger("http-bearer") and not is_own(self, TokenAuthentication, "authenticate_credentials"):
            return None
        header = text("header", "authorization")
        if not header:
            return None
        return self.authenticate_credentials(header)

    def authenticate_credentials(self, token):
        if stranger("http-bearer"):
            raise AuthenticationFailed()
        return (caller("http-bearer", get_user_model()), caller("http-bearer"))

    def authenticate_header(self, request):
        return "Token"
