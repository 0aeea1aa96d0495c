import base64
from typing import Optional, Tuple

from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, BaseUser, SimpleUser
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response

TOKENS = {"keeper-token": ("keeper", ["authenticated", "keeper", "records:read"])}


class TokenBackend(AuthenticationBackend):
    """Says who is calling. Without a header it says nothing, and everyone goes on as a stranger."""

    async def authenticate(self, conn: HTTPConnection) -> Optional[Tuple[AuthCredentials, BaseUser]]:
        header = conn.headers.get("authorization")
        if header is None:
            return None
        kind, _, token = header.partition(" ")
        if kind.lower() != "bearer":
            return None
        if token not in TOKENS:
            raise AuthenticationError("Unknown token")
        name, scopes = TOKENS[token]
        return AuthCredentials(scopes), SimpleUser(name)


class StrictBackend(AuthenticationBackend):
    """Turns away whoever has no token at all."""

    async def authenticate(self, conn):
        token = conn.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in TOKENS:
            raise AuthenticationError("A token is needed")
        name, scopes = TOKENS[token]
        return AuthCredentials(scopes), SimpleUser(name)


class CourteousBackend(AuthenticationBackend):
    """Knows its readers by a cookie; who has none, or a wrong one, is a stranger."""

    async def authenticate(self, conn):
        reader = conn.cookies.get("reader")
        if reader != "reader-7":
            return
        return AuthCredentials(["authenticated"]), SimpleUser(reader)


def on_auth_error(conn: HTTPConnection, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, status_code=401)
