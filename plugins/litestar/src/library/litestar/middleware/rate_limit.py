from litestar.middleware.base import AbstractMiddleware, DefineMiddleware
from muster import limited


class RateLimitMiddleware(AbstractMiddleware):
    def __init__(self, app, config):
        self.app = app
        self.config = config

    def __call__(self, scope, receive, send):
        unit, count = self.config.rate_limit
        limited("Litestar", f"{count}/{unit}")
        return self.app(scope, receive, send)


class RateLimitConfig:
    def __init__(self, rate_limit, **options):
        self.rate_limit = rate_limit

    @property
    def middleware(self):
        return DefineMiddleware(RateLimitMiddleware, config=self)
