from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

SAFE = {"GET", "HEAD", "OPTIONS"}


class MachineMiddleware:
    """Pure ASGI: no BaseHTTPMiddleware, no Request."""

    def __init__(self, app: ASGIApp, *, key: str) -> None:
        self.app = app
        self.key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/machine/") or scope["method"] in SAFE:
            await self.app(scope, receive, send)
            return
        if Headers(scope=scope).get("x-api-key") != self.key:
            response = PlainTextResponse("Unknown machine", status_code=403)
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)
