from slowapi import LIMITERS


class SlowAPIMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        for limiter in LIMITERS:
            limiter.check_defaults()
        await self.app(scope, receive, send)


class SlowAPIASGIMiddleware(SlowAPIMiddleware):
    pass
