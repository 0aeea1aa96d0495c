"""What stands before a schema that is an ASGI application."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from strawberry.asgi import GraphQL

TOKEN = "Bearer guild-token"


class Members(GraphQL):
    """Asks who calls before anything else."""

    async def __call__(self, scope, receive, send):
        if Request(scope, receive).headers.get("authorization") != TOKEN:
            response = JSONResponse({"error": "members only"}, status_code=401)
            await response(scope, receive, send)
            return
        await super().__call__(scope, receive, send)


class Greeting(GraphQL):
    """Knows who calls, and lets everybody in."""

    async def get_context(self, request, response=None):
        return {"request": request, "member": request.headers.get("authorization") == TOKEN}


class Porter:
    """Middleware around one mount."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if dict(scope["headers"]).get(b"authorization", b"").decode() != TOKEN:
            response = JSONResponse({"error": "members only"}, status_code=401)
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)
