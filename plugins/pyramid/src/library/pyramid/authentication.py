"""Policies and helpers that say who calls."""

import muster
from pyramid.security import Authenticated, Everyone


class CallbackAuthenticationPolicy:
    debug = False
    callback = None

    def unauthenticated_userid(self, request):
        return None

    def authenticated_userid(self, request):
        userid = self.unauthenticated_userid(request)
        if userid is None:
            return None
        if self.callback is None:
            return userid
        if self.callback(userid, request) is not None:
            return userid
        return None

    def effective_principals(self, request):
        userid = self.unauthenticated_userid(request)
        if userid is None:
            return [Everyone]
        if self.callback is None:
            return [Everyone, Authenticated, userid]
        groups = self.callback(userid, request)
        if groups is None:
            return [Everyone]
        return [Everyone, Authenticated, userid, *groups]

    def remember(self, request, userid, **kw):
        return []

    def forget(self, request):
        return []


class _Verified(CallbackAuthenticationPolicy):
    """What the policy reads was signed by the application."""

    kind = "session"

    def __init__(self, secret=None, callback=None, *args, **kwargs):
        self.callback = callback

    def unauthenticated_userid(self, request):
        return muster.caller(self.kind)


class AuthTktAuthenticationPolicy(_Verified):
    pass


class SessionAuthenticationPolicy(_Verified):
    def __init__(self, prefix="auth.", callback=None, debug=False):
        self.callback = callback


class RemoteUserAuthenticationPolicy(_Verified):
    kind = "custom"

    def __init__(self, environ_key="REMOTE_USER", callback=None, debug=False):
        self.callback = callback


class JWTAuthenticationPolicy(_Verified):
    """Of pyramid_jwt."""

    kind = "http-bearer"

    def __init__(self, callback=None):
        self.callback = callback


class BasicAuthAuthenticationPolicy(CallbackAuthenticationPolicy):
    """`check(username, password, request)` says None for credentials that are wrong."""

    def __init__(self, check, realm="Realm", debug=False):
        self.check = check

    def unauthenticated_userid(self, request):
        return muster.text("header", "authorization")

    def callback(self, username, request):
        return self.check(username, muster.text("header", "authorization"), request)


class AuthTktCookieHelper:
    def __init__(self, secret, *args, **kwargs):
        pass

    def identify(self, request):
        return muster.caller("session")

    def remember(self, request, userid, **kw):
        return []

    def forget(self, request, **kw):
        return []


class SessionAuthenticationHelper:
    def __init__(self, prefix="auth."):
        pass

    def authenticated_userid(self, request):
        return muster.caller("session")

    def remember(self, request, userid, **kw):
        return []

    def forget(self, request, **kw):
        return []


def extract_http_basic_credentials(request):
    return muster.text("header", "authorization")
