"""Decorators that verify the token of a request before the handler."""

from functools import wraps

from muster import caller, stranger
from sanic_jwt.exceptions import Unauthorized


def _demanding(function):
    @wraps(function)
    async def wrapped(*args, **kwargs):
        if stranger("http-bearer"):
            raise Unauthorized()
        return await function(*args, **kwargs)

    return wrapped


def protected(initialized_on=None, **options):
    if callable(initialized_on):
        return _demanding(initialized_on)
    return _demanding


def scoped(scopes, require_all=True, require_all_actions=True, initialized_on=None, **options):
    return _demanding


def inject_user(initialized_on=None, **options):
    """Hands on the user, or None to who has no token: alone it refuses nobody."""

    def decorator(function):
        @wraps(function)
        async def wrapped(request, *args, **kwargs):
            user = None if stranger("http-bearer") else caller("http-bearer")
            return await function(request, *args, user=user, **kwargs)

        return wrapped

    return decorator
