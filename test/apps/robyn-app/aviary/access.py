"""Authentication handlers and checks."""

from robyn import Headers, Request, Response, status_codes
from robyn.authentication import AuthenticationHandler, BearerGetter, Identity

TOKENS = {"root-token": "root"}


class Keepers(AuthenticationHandler):
    def authenticate(self, request: Request):
        token = self.token_getter.get_token(request)
        name = TOKENS.get(token)
        if name is None:
            return None
        return Identity(claims={"name": name})


class Anybody(AuthenticationHandler):
    """Knows everybody."""

    def authenticate(self, request: Request):
        return Identity(claims={"token": str(self.token_getter.get_token(request))})


def keeper_of(request):
    header = request.headers.get("authorization") or ""
    return TOKENS.get(header.removeprefix("Bearer "))


def denied():
    return Response(status_code=status_codes.HTTP_401_UNAUTHORIZED, description="no", headers=Headers({}))


def getter():
    return BearerGetter()
