"""aiohttp-security: checks that raise, and questions that only answer."""
from aiohttp import web
from aiohttp_security import AbstractAuthorizationPolicy, SessionIdentityPolicy, authorized_userid, check_authorized, check_permission, forget, is_anonymous, permits, remember
from aiohttp_security import setup as setup_security
from aiohttp_session import SimpleCookieStorage
from aiohttp_session import setup as setup_session

from .store import read_cookie


class Policy(AbstractAuthorizationPolicy):
    async def authorized_userid(self, identity):
        return identity if identity == "pilot" else None

    async def permits(self, identity, permission, context=None):
        return identity == "pilot" and permission in ("read", "write")


async def checked(request):
    await check_authorized(request)
    return web.Response()


async def permitted(request):
    await check_permission(request, "write")
    return web.Response()


async def asked(request):
    return web.json_response({"user": await authorized_userid(request), "anonymous": await is_anonymous(request)})


async def asked_and_refused(request):
    if await is_anonymous(request):
        raise web.HTTPUnauthorized()
    return web.Response()


async def user_or_refused(request):
    user = await authorized_userid(request)
    if user is None:
        raise web.HTTPUnauthorized()
    return web.json_response({"user": user})


async def may(request):
    if not await permits(request, "read"):
        raise web.HTTPForbidden()
    return web.Response()


async def leave(request):
    response = web.Response()
    await forget(request, response)
    return response


async def enter(request):
    response = web.Response()
    await remember(request, response, "pilot")
    return response


async def leave_checked(request):
    await check_authorized(request)
    response = web.Response()
    await forget(request, response)
    return response


def create_app():
    app = web.Application()
    setup_session(app, SimpleCookieStorage(decoder=read_cookie))
    setup_security(app, SessionIdentityPolicy(), Policy())
    app.add_routes(
        [
            web.get("/checked", checked),
            web.put("/permitted", permitted),
            web.get("/asked", asked),
            web.get("/asked-and-refused", asked_and_refused),
            web.get("/user-or-refused", user_or_refused),
            web.get("/may", may),
            web.post("/leave", leave),
            web.post("/enter", enter),
            web.post("/leave-checked", leave_checked),
        ]
    )
    return app
