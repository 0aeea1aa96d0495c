"""Limits by decorator; those of the whole application count through the middleware alone."""

from functools import wraps

from muster import limited

LIMITERS = []


class Limiter:
    def __init__(self, key_func=None, default_limits=(), application_limits=(), enabled=True, **options):
        self.key_func = key_func
        self.default_limits = [*application_limits, *default_limits]
        self.enabled = enabled
        LIMITERS.append(self)

    def limit(self, limit_value, key_func=None, per_method=False, methods=None, error_message=None, exempt_when=None, cost=1, override_defaults=True):
        def decorator(func):
            @wraps(func)
            def inner(*args, **kwargs):
                if self.enabled:
                    limited("slowapi", limit_value)
                return func(*args, **kwargs)

            return inner

        return decorator

    def shared_limit(self, limit_value, scope, key_func=None, error_message=None, exempt_when=None, cost=1, override_defaults=True):
        return self.limit(limit_value)

    def exempt(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            limited("slowapi", None, "nobody")
            return func(*args, **kwargs)

        return inner

    def check_defaults(self):
        if self.enabled:
            for limit in self.default_limits:
                limited("slowapi", limit)


def _rate_limit_exceeded_handler(request, exc):
    from starlette.responses import JSONResponse

    return JSONResponse({"error": "rate limit exceeded"}, status_code=429)
