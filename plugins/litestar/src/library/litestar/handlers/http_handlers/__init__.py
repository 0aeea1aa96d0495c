from litestar.handlers.base import BaseRouteHandler


class HTTPRouteHandler(BaseRouteHandler):
    pass


class route(HTTPRouteHandler):
    pass


class get(HTTPRouteHandler):
    methods = ("GET",)


class post(HTTPRouteHandler):
    methods = ("POST",)


class put(HTTPRouteHandler):
    methods = ("PUT",)


class patch(HTTPRouteHandler):
    methods = ("PATCH",)


class delete(HTTPRouteHandler):
    methods = ("DELETE",)


class head(HTTPRouteHandler):
    methods = ("HEAD",)
