from litestar.middleware.base import Transparent, TransparentConfig


class RateLimitConfig(TransparentConfig):
    pass


class RateLimitMiddleware(Transparent):
    pass
