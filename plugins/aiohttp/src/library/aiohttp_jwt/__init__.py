"""Tokens that are verified before handlers run."""

import re
from functools import wraps

from aiohttp.web_exceptions import HTTPUnauthorized
from aiohttp.web_middlewares import middleware
from muster import caller, stranger


def JWTMiddleware(secret_or_pub_key, request_property="payload", credentials_required=True, whitelist=(), token_getter=None, is_revoked=None, store_token=False, algorithms=None, auth_scheme="Bearer", audience=None, issuer=None):
    @middleware
    async def jwt_middleware(request, handler):
        if request.method == "OPTIONS":
            return await handler(request)
        for pattern in whitelist:
            if re.match(pattern, request.path):
                return await handler(request)
        if stranger("http-bearer"):
            if credentials_required:
                raise HTTPUnauthorized()
            request[request_property] = None
            return await handler(request)
        request[request_property] = caller("http-bearer")
        return await handler(request)

    return jwt_middleware


def login_required(function):
    @wraps(function)
    async def wrapped(*args, **kwargs):
        if stranger("http-bearer"):
            raise HTTPUnauthorized()
        return await function(*args, **kwargs)

    return wrapped


def check_permissions(scopes, permissions_property="scopes", comparison=None):
    def decorate(function):
        @wraps(function)
        async def wrapped(*args, **kwargs):
            if stranger("http-bearer"):
                raise HTTPUnauthorized()
            return await function(*args, **kwargs)

        return wrapped

    return decorate
