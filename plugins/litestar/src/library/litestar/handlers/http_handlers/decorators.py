from litestar.handlers.http_handlers import HTTPRouteHandler, delete, get, head, patch, post, put, route
