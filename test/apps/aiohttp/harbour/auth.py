"""Guards, and what only looks like one."""
import base64
import functools

from aiohttp import web

from .errors import Expired, NotAllowed, NotSignedIn
from .store import PASSWORDS, is_api_key, user_of_token


def bearer(request):
    header = request.headers.get("Authorization", "")
    scheme, _, token = header.partition(" ")
    return token if scheme.lower() == "bearer" else None


@web.middleware
async def identify(request, handler):
    """Sets the user, and rejects nobody."""
    token = bearer(request)
    request["user"] = user_of_token(token) if token else None
    request["is_admin"] = bool(request["user"] and request["user"]["admin"])
    return await handler(request)


@web.middleware
async def errors(request, handler):
    try:
        return await handler(request)
    except Expired:
        raise web.HTTPUnauthorized()


@web.middleware
async def marked(request, handler):
    """Enforces what a decorator wrote on the handler."""
    if getattr(request.match_info.handler, "needs_user", False) and request.get("user") is None:
        raise NotSignedIn("marked")
    return await handler(request)


def needs_user(handler):
    handler.needs_user = True
    return handler


def needs_nothing(handler):
    """A mark that nobody reads."""
    handler.needs_sailor = True
    return handler


def signed_in(handler):
    @functools.wraps(handler)
    async def wrapper(request, *args, **kwargs):
        if request.get("user") is None:
            raise NotSignedIn()
        return await handler(request, *args, **kwargs)

    return wrapper


def admin_only(handler):
    @functools.wraps(handler)
    async def wrapper(request):
        if not request.get("is_admin", False):
            return web.json_response({"error": "admins only"}, status=403)
        return await handler(request)

    return wrapper


def role(name):
    def decorate(handler):
        @functools.wraps(handler)
        async def wrapper(request):
            user = request["user"]
            if user is None:
                raise web.HTTPUnauthorized(reason="sign in")
            if user["name"] != name:
                raise web.HTTPForbidden()
            return await handler(request)

        return wrapper

    return decorate


def method_guard(method):
    """For methods of views."""

    @functools.wraps(method)
    async def wrapper(self):
        if self.request.get("user") is None:
            raise web.HTTPUnauthorized()
        return await method(self)

    return wrapper


def api_key(handler):
    @functools.wraps(handler)
    async def wrapper(request):
        if not is_api_key(request.headers.get("X-Api-Key")):
            return web.Response(status=401, text="no key")
        return await handler(request)

    return wrapper


def any_key(handler):
    """A key must be there. Which one, nobody asks."""

    @functools.wraps(handler)
    async def wrapper(request):
        if "X-Request-Id" in request.headers:
            request["request_id"] = request.headers["X-Request-Id"]
        return await handler(request)

    return wrapper


def basic(handler):
    @functools.wraps(handler)
    async def wrapper(request):
        header = request.headers.get("Authorization")
        if not header or not header.startswith("Basic "):
            raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Basic"})
        try:
            name, _, password = base64.b64decode(header[6:]).decode().partition(":")
        except ValueError:
            raise web.HTTPUnauthorized()
        if PASSWORDS.get(name) != password:
            raise web.HTTPUnauthorized()
        return await handler(request)

    return wrapper


def to_login(handler):
    @functools.wraps(handler)
    async def wrapper(request):
        if not request["user"]:
            raise web.HTTPFound("/login")
        return await handler(request)

    return wrapper


def only_logs(handler):
    """Notices a stranger, and lets him pass."""

    @functools.wraps(handler)
    async def wrapper(request):
        try:
            if request["user"] is None:
                raise NotSignedIn()
        except NotSignedIn:
            request["stranger"] = True
        return await handler(request)

    return wrapper


def never_raises(handler):
    """Makes the error and forgets to raise it."""

    @functools.wraps(handler)
    async def wrapper(request):
        if request["user"] is None:
            NotAllowed("forgotten")
        return await handler(request)

    return wrapper


async def require_user(request):
    if request.get("user") is None:
        raise Expired()
    return request["user"]


def unless(exempt):
    """A middleware that lets some paths through."""

    @web.middleware
    async def guard(request, handler):
        if request.path in exempt or request.path.startswith("/fenced/open/"):
            return await handler(request)
        if user_of_token(bearer(request)) is None:
            return web.json_response({"error": "unauthorised"}, status=401)
        return await handler(request)

    return guard


class TokenMiddleware:
    """The same as an object."""

    __middleware_version__ = 1

    def __init__(self, methods):
        self.methods = methods

    async def __call__(self, request, handler):
        if request.method in self.methods and user_of_token(bearer(request)) is None:
            raise web.HTTPUnauthorized()
        return await handler(request)
