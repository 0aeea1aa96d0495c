from litestar.middleware.base import Transparent, TransparentConfig


class LoggingMiddlewareConfig(TransparentConfig):
    pass


class LoggingMiddleware(Transparent):
    pass
