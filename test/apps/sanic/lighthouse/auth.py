"""Guards, and what only looks like one."""
import hmac
from functools import wraps
from inspect import isawaitable

from sanic.exceptions import Forbidden, SanicException, Unauthorized
from sanic.response import json, redirect

TOKENS = {"keeper-token": "keeper"}
SESSIONS = {"keeper-session": "keeper"}
LAMP_KEY = "lamp-key"


class Fog(SanicException):
    """Answers with 401 by its class."""

    status_code = 401
    quiet = True


class Lost(Exception):
    """Has no answer of its own: a handler of exceptions makes one."""


def keeper_of(request):
    return TOKENS.get(request.token or "")


async def identify(request):
    """Sets the user and lets everybody on."""
    request.ctx.user = keeper_of(request)


def protected(wrapped):
    @wraps(wrapped)
    async def decorated(request, *args, **kwargs):
        if keeper_of(request) is None:
            return json({"error": "who are you?"}, 401)
        return await wrapped(request, *args, **kwargs)

    return decorated


def signed_in(handler=None, *, role=None):
    """With or without parentheses, around functions that are awaited or not."""

    def decorator(function):
        @wraps(function)
        async def decorated(request, *args, **kwargs):
            user = request.ctx.user
            if not user:
                raise Unauthorized("sign in", scheme="Bearer")
            if role is not None and user != role:
                raise Forbidden("not yours")
            answer = function(request, *args, **kwargs)
            if isawaitable(answer):
                answer = await answer
            return answer

        return decorated

    return decorator(handler) if handler else decorator


def on_class(method):
    @wraps(method)
    async def decorated(self, request, *args, **kwargs):
        if request.ctx.user is None:
            raise Fog("nothing to be seen")
        return await method(self, request, *args, **kwargs)

    return decorated


def lamp_key(handler):
    @wraps(handler)
    async def decorated(request, *args, **kwargs):
        given = request.headers.get("x-lamp-key") or ""
        if not hmac.compare_digest(given, LAMP_KEY):
            raise SanicException("no key", status_code=403)
        return await handler(request, *args, **kwargs)

    return decorated


def lost(handler):
    @wraps(handler)
    async def decorated(request, *args, **kwargs):
        if request.ctx.user is None:
            raise Lost()
        return await handler(request, *args, **kwargs)

    return decorated


def to_login(handler):
    @wraps(handler)
    async def decorated(request, *args, **kwargs):
        if SESSIONS.get(request.cookies.get("sid")) is None:
            return redirect("/login")
        return await handler(request, *args, **kwargs)

    return decorated


def logs(handler):
    """Around the handler, and indifferent."""

    @wraps(handler)
    async def decorated(request, *args, **kwargs):
        if request.ctx.user is None:
            request.ctx.stranger = True
        return await handler(request, *args, **kwargs)

    return decorated


def forgotten(handler):
    """Makes the answer and does not return it."""

    @wraps(handler)
    async def decorated(request, *args, **kwargs):
        if request.ctx.user is None:
            json({"error": "sign in"}, status=401)
        return await handler(request, *args, **kwargs)

    return decorated


def required(request):
    if request.ctx.user is None:
        raise Unauthorized("sign in")
    return request.ctx.user
