from litestar.exceptions import NotAuthorizedException
from muster import stranger, unknown


class Token:
    def __init__(self, exp=None, sub=None, iat=None, iss=None, aud=None, jti=None, extras=None):
        self.exp = exp
        self.sub = sub
        self.iss = iss
        self.aud = aud
        self.jti = jti
        self.extras = extras or {}

    @classmethod
    def decode(cls, encoded_token, secret=None, algorithm=None, **further):
        """A token that the secret did not sign is no token."""
        if stranger("http-bearer"):
            raise NotAuthorizedException("Invalid token")
        return cls(sub=unknown("the subject of a token"), extras=unknown("what a token carries"))

    def encode(self, secret, algorithm):
        return unknown("an encoded token")
