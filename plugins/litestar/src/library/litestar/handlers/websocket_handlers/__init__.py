from litestar.handlers.base import BaseRouteHandler


class WebsocketRouteHandler(BaseRouteHandler):
    methods = ("WEBSOCKET",)


class websocket(WebsocketRouteHandler):
    pass


class websocket_listener(WebsocketRouteHandler):
    def __init__(self, path=None, *, connection_lifespan=None, connection_accept_handler=None, on_accept=None, on_disconnect=None, **options):
        super().__init__(path, **options)
        self.on_accept = on_accept


class websocket_stream(WebsocketRouteHandler):
    pass


class WebsocketListener:
    """A socket handler as a class: what each message is for is `on_receive`."""

    path = None
    dependencies = None
    exception_handlers = None
    guards = None
    middleware = None
    opt = None

    def on_accept(self, socket):
        return None

    def on_disconnect(self, socket):
        return None
