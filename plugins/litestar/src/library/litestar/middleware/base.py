from muster import method
from muster_litestar import kind, matches, option


def should_bypass(scopes, exclude, exclude_opt_key, exclude_http_methods=()):
    """What every middleware of the library asks before it does anything."""
    if scopes and kind() not in scopes:
        return True
    if exclude_opt_key and option(exclude_opt_key):
        return True
    if exclude_http_methods and method() in exclude_http_methods:
        return True
    return bool(exclude) and matches(exclude)


class DefineMiddleware:
    def __init__(self, middleware, *args, **kwargs):
        self.middleware = middleware
        self.args = args
        self.kwargs = kwargs

    def __call__(self, app):
        return self.middleware(*self.args, app=app, **self.kwargs)


class MiddlewareProtocol:
    pass


class AbstractMiddleware:
    scopes = ("http", "websocket")
    exclude = None
    exclude_opt_key = None

    def __init__(self, app, exclude=None, exclude_opt_key=None, scopes=None):
        self.app = app
        self.scopes = scopes or self.scopes
        self.exclude_opt_key = exclude_opt_key or self.exclude_opt_key
        self.exclude = exclude or self.exclude


class ASGIMiddleware:
    scopes = ("http", "websocket", "asgi")
    exclude_path_pattern = None
    exclude_opt_key = None
    should_bypass_for_scope = None

    def __call__(self, app):
        async def middleware(scope, receive, send):
            if should_bypass(self.scopes, self.exclude_path_pattern, self.exclude_opt_key):
                return await app(scope, receive, send)
            if self.should_bypass_for_scope and self.should_bypass_for_scope(scope):
                return await app(scope, receive, send)
            return await self.handle(scope=scope, receive=receive, send=send, next_app=app)

        return middleware


class Transparent:
    """A middleware of the library that is about something else than who calls."""

    def __init__(self, app, **options):
        self.app = app

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


class TransparentConfig:
    def __init__(self, *args, **options):
        self.options = options

    @property
    def middleware(self):
        return DefineMiddleware(Transparent)


def run_middleware(definition, app, scope, receive, send):
    """One middleware around the rest of the stack."""
    built = definition(app=app)
    if isinstance(built, AbstractMiddleware) and should_bypass(built.scopes, built.exclude, built.exclude_opt_key):
        return app(scope, receive, send)
    return built(scope, receive, send)
