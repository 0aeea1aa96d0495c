from litestar.handlers.base import BaseRouteHandler


class ASGIRouteHandler(BaseRouteHandler):
    methods = ("*",)


class asgi(ASGIRouteHandler):
    pass
