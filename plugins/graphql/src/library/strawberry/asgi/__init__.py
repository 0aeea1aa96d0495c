"""An ASGI application that answers every path below it, over HTTP and WebSocket."""

from muster_graphql import Context, operations_of, respond
from starlette.requests import Request
from starlette.responses import JSONResponse


class GraphQL:
    def __init__(self, schema, *args, **options):
        self.schema = schema
        self.operations = operations_of(schema)

    async def get_root_value(self, request):
        return None

    async def get_context(self, request, response=None):
        return Context(request)

    async def run(self, request):
        return JSONResponse(respond(self.schema, await self.get_context(request, None), request))

    async def __call__(self, scope, receive, send):
        response = await self.run(Request(scope, receive))
        await response(scope, receive, send)
