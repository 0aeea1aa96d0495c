"""Tokens that the framework verifies, and a middleware of the newer kind."""

from typing import Any, Optional

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import ASGIMiddleware
from litestar.security.jwt import JWTAuth, Token

SECRET = "0123456789abcdef0123456789abcdef"


async def observer_of(token: Token, connection: ASGIConnection) -> Optional[dict[str, Any]]:
    return {"name": token.sub} if token.sub == "observer" else None


class DomeMiddleware(ASGIMiddleware):
    """Asks for the word of the dome."""

    scopes = ("http",)
    exclude_path_pattern = ("^/dome/steps",)
    exclude_opt_key = "outside"

    def __init__(self, word: str) -> None:
        self.word = word

    async def handle(self, scope, receive, send, next_app) -> None:
        if ASGIConnection(scope).headers.get("x-dome") != self.word:
            raise NotAuthorizedException("the dome is shut")
        await next_app(scope, receive, send)


tokens = JWTAuth[dict[str, Any]](
    retrieve_user_handler=observer_of,
    token_secret=SECRET,
    exclude=["^/schema", "^/dome", "^/sky", "^/files"],
)
