"""An in-house decorator that registers and guards at once."""
import functools

from aiohttp import web

REGISTRY = []


def endpoint(method, path, *, public=False):
    def decorate(handler):
        @functools.wraps(handler)
        async def wrapper(request):
            if not public and request.get("user") is None:
                raise web.HTTPUnauthorized()
            return web.json_response(await handler(request))

        REGISTRY.append((method, path, wrapper))
        return wrapper

    return decorate


@endpoint("GET", "/registry/open", public=True)
async def registered_open(request):
    return {}


@endpoint("GET", "/registry/closed")
async def registered_closed(request):
    return {}


@endpoint("POST", "/registry/{name}/closed")
async def registered_named(request):
    return {}


def register(app):
    for method, path, handler in REGISTRY:
        app.router.add_route(method, path, handler)
