from litestar.middleware.base import Transparent, TransparentConfig


class CSRFMiddlewareConfig(TransparentConfig):
    pass


class CSRFMiddleware(Transparent):
    pass
