from muster import caller, stranger, unknown
from rest_framework_simplejwt.exceptions import TokenError


class Token:
    """Made of a text it must be one that was signed here; made of nothing it is a new one."""

    token_type = None
    lifetime = None

    def __init__(self, token=None, verify=True):
        if token is not None and verify and stranger("http-bearer"):
            raise TokenError("Token is invalid or expired")
        self.token = token

    def __getitem__(self, key):
        return caller("http-bearer")

    def __setitem__(self, key, value):
        pass

    def __contains__(self, key):
        return unknown("a claim of a token")

    def get(self, key, default=None):
        return caller("http-bearer")

    @classmethod
    def for_user(cls, user):
        return cls()

    @property
    def access_token(self):
        return AccessToken()

    def blacklist(self):
        return unknown("a token that is given up")


class SlidingToken(Token):
    token_type = "sliding"


class AccessToken(Token):
    token_type = "access"


class RefreshToken(Token):
    token_type = "refresh"


class UntypedToken(Token):
    token_type = "untyped"
