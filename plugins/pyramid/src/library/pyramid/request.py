"""The request, as views and policies see it."""

import muster
from pyramid.security import Everyone


class Texts:
    """Headers, cookies and parameters by name."""

    def __init__(self, source):
        self.source = source

    def get(self, name, default=None):
        return muster.text(self.source, name)

    def __getitem__(self, name):
        return muster.text(self.source, name)

    def __contains__(self, name):
        return muster.text(self.source, name) is not None

    def getone(self, name):
        return muster.text(self.source, name)

    getall = getone


class Environ:
    def get(self, name, default=None):
        if name.startswith("HTTP_"):
            return muster.text("header", name[5:].replace("_", "-").lower())
        if name == "REMOTE_USER":
            return muster.caller("custom")
        return muster.unknown("the server sets it")

    def __getitem__(self, name):
        return self.get(name)


_NOT_THE_CALLER = ("csrf", "xsrf", "flash", "captcha", "nonce", "locale", "lang")


def _session_value(name):
    """What a session keeps says who calls, unless it is kept for everybody who visits."""
    for word in _NOT_THE_CALLER:
        if word in name.lower():
            # Whoever visits is given it, and can send it back.
            return muster.given("form")
    return muster.caller("session")


class Session:
    """What is kept for a caller: a stranger has none."""

    def get(self, name, default=None):
        return _session_value(name)

    def __getitem__(self, name):
        if muster.stranger("session"):
            raise KeyError(name)
        return _session_value(name)

    def __contains__(self, name):
        return not muster.stranger("session")

    def __setitem__(self, name, value):
        pass

    def __getattr__(self, name):
        return getattr(muster.caller("session"), name)


class Answer(muster.Response):
    """`request.response`: what is set on it is what the caller gets."""

    def __getattr__(self, name):
        return muster.unknown("of the response")


class Request:
    def __init__(self, state, matchdict, route):
        self._state = state
        self.matchdict = matchdict
        self.matched_route = route
        self.registry = state.registry
        self.headers = Texts("header")
        self.cookies = Texts("cookie")
        self.params = Texts("query")
        self.GET = self.params
        self.environ = Environ()
        self.response = Answer()

    def __getattr__(self, name):
        for known, method, is_property in self._state.methods:
            if known == name:
                if is_property:
                    value = method(self)
                    setattr(self, name, value)
                    return value

                def bound(*args, **kwargs):
                    return method(self, *args, **kwargs)

                return bound
        return getattr(muster.state(), name)

    @property
    def method(self):
        return muster.method()

    @property
    def path(self):
        return muster.path()

    path_info = path
    url = path

    @property
    def authorization(self):
        return muster.text("header", "authorization")

    @property
    def POST(self):
        return muster.given("form")

    @property
    def json_body(self):
        return muster.given("body")

    json = json_body
    body = json_body
    text = json_body

    @property
    def session(self):
        return Session()

    @property
    def remote_user(self):
        return muster.caller("custom")

    @property
    def authenticated_userid(self):
        state = self._state
        if state.security_policy is not None:
            return state.security_policy.authenticated_userid(self)
        if state.authentication_policy is not None:
            return state.authentication_policy.authenticated_userid(self)
        return None

    @property
    def unauthenticated_userid(self):
        state = self._state
        if state.authentication_policy is not None:
            return state.authentication_policy.unauthenticated_userid(self)
        return self.authenticated_userid

    @property
    def identity(self):
        policy = self._state.security_policy
        return None if policy is None else policy.identity(self)

    @property
    def is_authenticated(self):
        return self.authenticated_userid is not None

    @property
    def effective_principals(self):
        policy = self._state.authentication_policy
        if policy is not None:
            return policy.effective_principals(self)
        return [Everyone]

    def has_permission(self, permission, context=None):
        state = self._state
        if context is None:
            context = self.context
        if state.security_policy is not None:
            return state.security_policy.permits(self, context, permission)
        if state.authorization_policy is None:
            # Without a policy permissions are not looked at.
            return True
        return state.authorization_policy.permits(context, self.effective_principals, permission)

    def route_url(self, name, *elements, **kw):
        return "/" + name

    route_path = route_url
    resource_url = route_url
    current_route_url = route_url


class RequestLocalCache:
    """Keeps what a function says of a request as long as the request lives."""

    def __init__(self, creator=None):
        self.creator = creator

    def __call__(self, function):
        return function

    def get_or_create(self, request, creator=None):
        return (creator or self.creator)(request)

    def get(self, request, default=None):
        return muster.unknown("what was kept for the request")

    def set(self, request, value):
        pass

    def clear(self, request):
        pass
