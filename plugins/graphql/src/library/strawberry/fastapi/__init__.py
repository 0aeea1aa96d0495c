"""A router that answers one path: with its page or a query by GET, with everything by POST, with subscriptions by WebSocket."""

from fastapi import APIRouter, Depends, Request, WebSocket
from muster_graphql import operations_of, respond


class BaseContext:
    request = None
    response = None


def nothing():
    return None


class GraphQLRouter(APIRouter):
    def __init__(
        self,
        schema,
        path="",
        graphiql=None,
        graphql_ide="graphiql",
        allow_queries_via_get=True,
        keep_alive=False,
        keep_alive_interval=1,
        root_value_getter=None,
        context_getter=None,
        subscription_protocols=(),
        connection_init_wait_timeout=None,
        max_subscriptions_per_connection=None,
        multipart_uploads_enabled=False,
        allowed_origins=(),
        prefix="",
        **kwargs
    ):
        super().__init__(prefix=prefix, **kwargs)
        self.schema = schema
        context_getter = context_getter or nothing

        async def handle_http_get(request: Request, context=Depends(context_getter)):
            return respond(schema, context, request)

        async def handle_http_post(request: Request, context=Depends(context_getter)):
            return respond(schema, context, request)

        async def websocket_endpoint(websocket: WebSocket, context=Depends(context_getter)):
            return respond(schema, context, websocket)

        handle_http_post.operations = operations_of(schema)
        listed = graphql_ide is not None or allow_queries_via_get
        self.add_api_route(path, handle_http_get, methods=["GET"], include_in_schema=listed)
        self.add_api_route(path, handle_http_post, methods=["POST"])
        self.add_api_websocket_route(path, websocket_endpoint)
