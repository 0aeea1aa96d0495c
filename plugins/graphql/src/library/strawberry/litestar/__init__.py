"""A controller that answers one path: with its page or a query by GET, with everything by POST, with subscriptions by WebSocket."""

from litestar import Controller, Request, WebSocket, get, post, websocket
from litestar.di import Provide
from muster_graphql import operations_of, respond


class BaseContext:
    request = None
    response = None


def nothing():
    return None


def make_graphql_controller(schema, path="", *args, context_getter=None, **options):
    route = path

    async def ask(self, request: Request, custom_context: object) -> dict:
        return respond(schema, custom_context, request)

    async def subscribe(self, socket: WebSocket, custom_context: object) -> None:
        respond(schema, custom_context, socket)

    ask.operations = subscribe.operations = operations_of(schema)

    class GraphQLController(Controller):
        path = route
        dependencies = {"custom_context": Provide(context_getter or nothing)}
        handle_http_get = get()(ask)
        handle_http_post = post(status_code=200)(ask)
        websocket_endpoint = websocket()(subscribe)

    return GraphQLController
