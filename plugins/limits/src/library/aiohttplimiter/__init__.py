"""aiohttp-ratelimiter: limits by decorator, counted for each handler by itself."""

from functools import wraps

from muster import limited


def default_keyfunc(request):
    return request.remote


class Limiter:
    def __init__(self, keyfunc=default_keyfunc, exempt_ips=None, middleware_count=None, error_handler=None, **storage):
        self.keyfunc = keyfunc

    def limit(self, ratelimit, keyfunc=None, exempt_ips=None, middleware_count=None, error_handler=None):
        # Before version 4, "5/1" counts by seconds.
        rate = f"{ratelimit} seconds" if ratelimit[-1:].isdigit() else ratelimit

        def decorator(func):
            @wraps(func)
            def inner(*args, **kwargs):
                limited("aiohttp-ratelimiter", rate)
                return func(*args, **kwargs)

            return inner

        return decorator


class RedisLimiter(Limiter):
    pass


class MemcachedLimiter(Limiter):
    pass
