"""Ways to learn who calls. None of them turns away whoever brings no credential: that is what permissions are for."""

from django.contrib.auth import get_user_model
from muster import caller, stranger, text
from muster_drf import settled
from rest_framework import exceptions


def get_authorization_header(request):
    return text("header", "authorization")


def is_own(authenticator, cls, name):
    """Whether the repository overrides a step, so that what it does decides."""
    return getattr(type(authenticator), name) is not getattr(cls, name)


def known_by(check):
    """Whom a check knows. Whoever it refuses gets no further than who brings nothing."""

    def known():
        try:
            return check()
        except exceptions.APIException:
            return None

    return settled(known)


class BaseAuthentication:
    def authenticate(self, request):
        raise NotImplementedError()

    def authenticate_header(self, request):
        pass


class BasicAuthentication(BaseAuthentication):
    www_authenticate_realm = "api"

    def authenticate(self, request):
        if is_own(self, BasicAuthentication, "authenticate_credentials"):
            header = text("header", "authorization")
            if not header:
                return None
            return known_by(lambda: self.authenticate_credentials(header[0], header[1], request))
        if stranger("http-basic"):
            return None
        return (caller("http-basic", get_user_model()), None)

    def authenticate_credentials(self, userid, password, request=None):
        if stranger("http-basic"):
            raise exceptions.AuthenticationFailed()
        return (caller("http-basic", get_user_model()), None)

    def authenticate_header(self, request):
        return "Basic"


class CSRFCheck:
    pass


class SessionAuthentication(BaseAuthentication):
    """Whom Django's own session knows; its check against forgery says nothing about who calls."""

    def authenticate(self, request):
        user = getattr(request._request, "user", None)
        if stranger("session") and (not user or not user.is_active):
            return None
        self.enforce_csrf(request)
        return (user, None)

    def enforce_csrf(self, request):
        pass


class TokenAuthentication(BaseAuthentication):
    keyword = "Token"
    model = None

    def get_model(self):
        if self.model is not None:
            return self.model
        from rest_framework.authtoken.models import Token

        return Token

    def authenticate(self, request):
        if is_own(self, TokenAuthentication, "authenticate_credentials"):
            header = text("header", "authorization")
            if not header:
                return None
            return known_by(lambda: self.authenticate_credentials(header))
        if stranger("http-bearer"):
            return None
        return self.authenticate_credentials(text("header", "authorization"))

    def authenticate_credentials(self, key):
        if stranger("http-bearer"):
            raise exceptions.AuthenticationFailed()
        return (caller("http-bearer", get_user_model()), caller("http-bearer"))

    def authenticate_header(self, request):
        return self.keyword


class RemoteUserAuthentication(BaseAuthentication):
    """Whom the server in front names: a caller cannot set it."""

    header = "REMOTE_USER"

    def authenticate(self, request):
        if stranger("custom"):
            return None
        return (caller("custom", get_user_model()), None)
