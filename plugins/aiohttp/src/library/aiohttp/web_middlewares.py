"""Middleware takes the request and what comes next."""


def middleware(function):
    function.__middleware_version__ = 1
    return function


def normalize_path_middleware(*, append_slash=True, remove_slash=False, merge_slashes=True, redirect_class=None):
    """Redirects to paths that are served, and asks nobody anything."""

    async def impl(request, handler):
        return await handler(request)

    impl.__middleware_version__ = 1
    return impl
