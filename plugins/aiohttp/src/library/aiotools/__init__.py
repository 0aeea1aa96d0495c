"""Tools for asynchronous code that servers put around handlers and middleware."""

from functools import wraps


def apartial(coro, *args, **kwargs):
    @wraps(coro)
    async def wrapped(*more, **further):
        return await coro(*args, *more, **kwargs, **further)

    return wrapped
