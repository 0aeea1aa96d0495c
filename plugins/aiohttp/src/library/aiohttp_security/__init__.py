"""Who calls, and what they may do: an identity policy finds the identity in the request, an authorisation policy says what it may."""

from functools import wraps

from aiohttp.web_exceptions import HTTPForbidden, HTTPUnauthorized
from muster import caller, stranger, text

IDENTITY_KEY = "aiohttp_security_identity_policy"
AUTZ_KEY = "aiohttp_security_autz_policy"


class AbstractIdentityPolicy:
    async def remember(self, request, response, identity, **kwargs):
        pass

    async def forget(self, request, response):
        pass


class AbstractAuthorizationPolicy:
    pass


class CookiesIdentityPolicy(AbstractIdentityPolicy):
    """The cookie is the identity: whoever sends one has it."""

    async def identify(self, request):
        return text("cookie", "AIOHTTP_SECURITY")


class SessionIdentityPolicy(AbstractIdentityPolicy):
    def __init__(self, session_key="AIOHTTP_SECURITY"):
        self._session_key = session_key

    async def identify(self, request):
        if stranger("session"):
            return None
        return caller("session")


class JWTIdentityPolicy(AbstractIdentityPolicy):
    def __init__(self, secret, algorithm="HS256", key="login"):
        self.secret = secret

    async def identify(self, request):
        if stranger("http-bearer"):
            return None
        return caller("http-bearer")


def setup(app, identity_policy, autz_policy):
    app[IDENTITY_KEY] = identity_policy
    app[AUTZ_KEY] = autz_policy


async def _identity(request):
    policy = request.config_dict.get(IDENTITY_KEY)
    if policy is None:
        return None
    return await policy.identify(request)


async def remember(request, response, identity, **kwargs):
    pass


async def forget(request, response):
    pass


async def authorized_userid(request):
    policy = request.config_dict.get(AUTZ_KEY)
    if policy is None:
        return None
    identity = await _identity(request)
    if identity is None:
        return None
    return await policy.authorized_userid(identity)


async def is_anonymous(request):
    return await _identity(request) is None


async def permits(request, permission, context=None):
    policy = request.config_dict.get(AUTZ_KEY)
    if policy is None:
        return True
    # Who is nobody may have permissions too.
    return await policy.permits(await _identity(request), permission, context)


async def check_authorized(request):
    userid = await authorized_userid(request)
    if userid is None:
        raise HTTPUnauthorized()
    return userid


async def check_permission(request, permission, context=None):
    await check_authorized(request)
    if not await permits(request, permission, context):
        raise HTTPForbidden()


def login_required(function):
    @wraps(function)
    async def wrapped(*args, **kwargs):
        await check_authorized(args[-1])
        return await function(*args, **kwargs)

    return wrapped


def has_permission(permission, context=None):
    def wrapper(function):
        @wraps(function)
        async def wrapped(*args, **kwargs):
            await check_permission(args[-1], permission, context)
            return await function(*args, **kwargs)

        return wrapped

    return wrapper
