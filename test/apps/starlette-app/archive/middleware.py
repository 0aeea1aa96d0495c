from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse


class DeskMiddleware:
    """Pure ASGI, for one mount."""

    def __init__(self, app, desk: str = "front-desk"):
        self.app = app
        self.desk = desk

    async def __call__(self, scope, receive, send):
        headers = dict(scope.get("headers") or [])
        if scope["type"] == "http" and headers.get(b"x-desk", b"").decode() != self.desk:
            return await PlainTextResponse("Please ask at the desk", status_code=403)(scope, receive, send)
        await self.app(scope, receive, send)


class ReadersOnly(BaseHTTPMiddleware):
    """Sends strangers to the sign-in page. It stands behind the authentication."""

    def __init__(self, app, *, login: str):
        super().__init__(app)
        self.login = login

    async def dispatch(self, request, call_next):
        if not request.user.is_authenticated:
            return RedirectResponse(self.login, status_code=302)
        response = await call_next(request)
        response.headers["x-reader"] = request.user.display_name
        return response


class Stamp(BaseHTTPMiddleware):
    """Reads the caller's name for the log, and nothing else."""

    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.headers["x-caller"] = request.headers.get("authorization", "nobody")[:3]
        return response
