"""Who calls: a middleware that knows, one that only looks, and what they are told to leave alone."""

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import AbstractAuthenticationMiddleware, AbstractMiddleware, AuthenticationResult
from litestar.middleware.base import MiddlewareProtocol

KEEPERS = {"keeper": {"name": "Ada", "role": "chief"}}


def keeper_of(connection: ASGIConnection):
    header = connection.headers.get("Authorization", "")
    return KEEPERS.get(header.removeprefix("Bearer "))


class KeeperMiddleware(AbstractAuthenticationMiddleware):
    """Nobody passes without a known token."""

    async def authenticate_request(self, connection: ASGIConnection) -> AuthenticationResult:
        keeper = keeper_of(connection)
        if keeper is None:
            raise NotAuthorizedException("no keeper")
        return AuthenticationResult(user=keeper, auth=None)


class VisitorMiddleware(AbstractAuthenticationMiddleware):
    """Looks who it is, and lets everybody through."""

    async def authenticate_request(self, connection: ASGIConnection) -> AuthenticationResult:
        return AuthenticationResult(user=keeper_of(connection), auth=None)


class DeskMiddleware(AbstractMiddleware):
    """Asks for the desk's word, but not on its own notice board."""

    exclude = ["^/desk/notices"]
    exclude_opt_key = "without_desk"

    async def __call__(self, scope, receive, send) -> None:
        if ASGIConnection(scope).headers.get("x-desk") != "front-desk":
            raise NotAuthorizedException("the desk is closed")
        await self.app(scope, receive, send)


class StampMiddleware(MiddlewareProtocol):
    """Does something to every request, and refuses none."""

    def __init__(self, app, ink: str = "blue") -> None:
        self.app = app
        self.ink = ink

    async def __call__(self, scope, receive, send) -> None:
        scope["state"]["ink"] = self.ink
        await self.app(scope, receive, send)


def token_gate(app):
    """A middleware as a plain function."""

    async def gate(scope, receive, send) -> None:
        if keeper_of(ASGIConnection(scope)) is None:
            raise NotAuthorizedException("the gate is shut")
        await app(scope, receive, send)

    return gate
