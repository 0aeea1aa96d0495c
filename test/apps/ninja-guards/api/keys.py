"""Who may come in, and looks of it that are none."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from harbour.accounts import account, account_of
from harbour.errors import Expelled
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, APIKeyHeader, APIKeyQuery, HttpBasicAuth, HttpBearer


class MasterToken(HttpBearer):
    def authenticate(self, request, token):
        return account_of(token)


class LoudToken(MasterToken):
    """Raises where others return nothing."""

    def authenticate(self, request, token):
        user = super().authenticate(request, token)
        if user is None:
            raise HttpError(401, "no such token")
        return user


class FriendlyToken(MasterToken):
    """Somebody without an account is somebody all the same."""

    def authenticate(self, request, token):
        return super().authenticate(request, token) or AnonymousUser()


class HarbourKey(APIKeyHeader):
    param_name = "X-Harbour-Key"

    def authenticate(self, request, key):
        if key == settings.HARBOUR_KEY:
            return key


class QueryKey(APIKeyQuery):
    param_name = "harbour_key"

    def authenticate(self, request, key):
        return account(1) if key == settings.HARBOUR_KEY else None


class CookieKey(APIKeyCookie):
    param_name = "harbour"

    def __init__(self):
        super().__init__()

    def authenticate(self, request, key):
        if key != settings.HARBOUR_KEY:
            raise Expelled()
        return key


class QuietCookieKey(CookieKey):
    def authenticate(self, request, key):
        try:
            return super().authenticate(request, key)
        except Expelled:
            return None


class Password(HttpBasicAuth):
    def authenticate(self, request, username, password):
        if username == "master" and password == "harbour":
            return username


class OptionalKey(HarbourKey):
    """Lets everybody in, and notes who it was."""

    def authenticate(self, request, key):
        request.boat = super().authenticate(request, key)
        return True


def by_session(request):
    if request.user.is_authenticated:
        return request.user


def by_staff(request):
    return request.user.is_authenticated and request.user.is_staff


def by_name(request):
    """A name is not a credential."""
    return request.GET.get("name", "guest")


async def by_key_later(request):
    if request.headers.get("X-Harbour-Key") == settings.HARBOUR_KEY:
        return "machine"
