"""Sessions: of who never signed in, they say nothing about who calls."""

from aiohttp._native import session_of
from aiohttp.web_middlewares import middleware


class AbstractStorage:
    def __init__(self, *, cookie_name="AIOHTTP_SESSION", **options):
        self.cookie_name = cookie_name


class SimpleCookieStorage(AbstractStorage):
    pass


async def get_session(request):
    return session_of(request)


async def new_session(request):
    return session_of(request)


def session_middleware(storage):
    @middleware
    async def factory(request, handler):
        return await handler(request)

    return factory


def setup(app, storage):
    app.middlewares.append(session_middleware(storage))
