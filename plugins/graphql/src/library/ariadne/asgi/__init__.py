"""An ASGI application that answers every path below it, over HTTP and WebSocket; a handler may hand its request on to it."""

from muster_graphql import answer_of, operations_of
from muster_graphql.natives import offered
from starlette.requests import Request
from starlette.responses import JSONResponse


class GraphQL:
    def __init__(self, schema, *, context_value=None, **options):
        self.schema = schema
        self.context_value = context_value
        self.operations = operations_of(schema)

    async def __call__(self, scope, receive, send):
        response = await self.handle_request(Request(scope, receive))
        await response(scope, receive, send)

    async def handle_request(self, request):
        offered(self.operations)
        return JSONResponse(answer_of(await self.context_of(request)))

    async def handle_websocket(self, websocket):
        return None

    async def context_of(self, request):
        if self.context_value is None:
            return {"request": request}
        if callable(self.context_value):
            return self.context_value(request, {})
        return self.context_value
