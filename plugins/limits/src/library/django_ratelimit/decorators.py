from functools import wraps

from muster import limited


def ratelimit(group=None, key=None, rate=None, method=None, block=True):
    """Without `block` the view is only told that a limit was reached."""

    def decorator(fn):
        @wraps(fn)
        def inner(request, *args, **kwargs):
            if block and (method is None or request.method in method):
                limited("django-ratelimit", rate)
            return fn(request, *args, **kwargs)

        return inner

    return decorator


ratelimit.ALL = None
ratelimit.UNSAFE = ["DELETE", "PATCH", "POST", "PUT"]
