from django.contrib.auth import get_user_model
from muster import caller, stranger, text
from rest_framework.authentication import BaseAuthentication, is_own
from rest_framework_simplejwt.exceptions import InvalidToken

AUTH_HEADER_TYPES = ("Bearer",)


class JWTAuthentication(BaseAuthentication):
    www_authenticate_realm = "api"
    media_type = "application/json"

    def __init__(self, *args, **kwargs):
        self.user_model = get_user_model()

    def authenticate(self, request):
        if stranger("http-bearer") and not is_own(self, JWTAuthentication, "get_validated_token"):
            # Without a token nobody is known. One that was not signed here is refused, which lets nobody in either.
            return None
        header = self.get_header(request)
        if header is None:
            return None
        raw_token = self.get_raw_token(header)
        if raw_token is None:
            return None
        validated_token = self.get_validated_token(raw_token)
        return (self.get_user(validated_token), validated_token)

    def authenticate_header(self, request):
        return "Bearer"

    def get_header(self, request):
        return text("header", "authorization")

    def get_raw_token(self, header):
        return header

    def get_validated_token(self, raw_token):
        if stranger("http-bearer"):
            raise InvalidToken()
        return caller("http-bearer")

    def get_user(self, validated_token):
        return caller("http-bearer", get_user_model())


class JWTStatelessUserAuthentication(JWTAuthentication):
    def get_user(self, validated_token):
        return caller("http-bearer")


JWTTokenUserAuthentication = JWTStatelessUserAuthentication


def default_user_authentication_rule(user):
    return user is not None and user.is_active
