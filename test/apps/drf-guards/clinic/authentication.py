"""Ways to say who calls: one that refuses, others that never do."""

from django.contrib.auth.models import User
from rest_framework.authentication import BaseAuthentication, TokenAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed


class SilentSession(BaseAuthentication):
    """Knows users of the session. Who has none is nobody, and is not turned away by this."""

    def authenticate(self, request):
        user = getattr(request._request, "user", None)
        if not user or not user.is_active:
            return None
        return (user, None)


class StrictToken(TokenAuthentication):
    """Without a token nobody gets past: it refuses by itself, whatever the permissions say."""

    def authenticate(self, request):
        found = super().authenticate(request)
        if found is None:
            raise AuthenticationFailed("A token is needed.")
        return found


class EverybodyIsNurse(BaseAuthentication):
    """Signs every caller in."""

    def authenticate(self, request):
        return (User.objects.get(username="nurse"), None)


class NamedByHeader(BaseAuthentication):
    """Believes what the caller says about himself."""

    def authenticate(self, request):
        name = request.headers.get("X-Name")
        if not name:
            return None
        return (User(username=name), None)


class KeyOfQuery(BaseAuthentication):
    """Refuses what is wrong; without a key the caller stays nobody."""

    def authenticate(self, request):
        key = request.query_params.get("token")
        if not key:
            return None
        if key != "doctor-key":
            raise AuthenticationFailed("No such key.")
        return (User.objects.get(username="doctor"), key)

    def authenticate_header(self, request):
        return "Key"


class BearerOfClinic(BaseAuthentication):
    keyword = b"bearer"

    def authenticate(self, request):
        parts = get_authorization_header(request).split()
        if not parts or parts[0].lower() != self.keyword:
            return None
        raise AuthenticationFailed("Bearers are not known here.")
