"""The request at hand."""

import muster


class Now:
    """`cherrypy.request`, `response` and `session` stand for what is kept here."""

    request = None
    response = None
    session = None


class Headers:
    def get(self, name, default=None):
        return muster.text("header", name.lower())

    def __getitem__(self, name):
        return muster.text("header", name.lower())

    def __contains__(self, name):
        return muster.text("header", name.lower()) is not None


class Cookies:
    def get(self, name, default=None):
        return muster.text("cookie", name)

    __getitem__ = get

    def __contains__(self, name):
        return muster.text("cookie", name) is not None

    def keys(self):
        return muster.unknown("the names of the cookies")


_NOT_THE_CALLER = ("csrf", "xsrf", "flash", "captcha", "nonce", "locale", "lang")


def _session_value(name):
    """What a session keeps says who calls, unless it is kept for everybody who visits."""
    for word in _NOT_THE_CALLER:
        if word in name.lower():
            # Whoever visits is given it, and can send it back.
            return muster.given("form")
    return muster.caller("session")


class Session:
    """What the sessions tool keeps for a caller: a stranger has none."""

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


class Hooks:
    def __init__(self):
        self.attached = []
        # Whether the tool that is being set up is on.
        self.on = True

    def attach(self, point, callback, failsafe=None, priority=None, **kwargs):
        self.attached.append((point, callback, kwargs, self.on))


class Request:
    def __init__(self, app, config, handler, path_info):
        self.app = app
        self.config = config
        self.handler = handler
        self.path_info = path_info
        self.script_name = app.script_name
        self.headers = Headers()
        self.cookie = Cookies()
        self.hooks = Hooks()
        self.login = None
        self.error_response = None

    def __getattr__(self, name):
        return getattr(muster.state(), name)

    @property
    def method(self):
        return muster.method()

    @property
    def params(self):
        return muster.given("query")

    @property
    def json(self):
        return muster.given("body")

    body = json
    rfile = json

    @property
    def remote(self):
        return muster.unknown("the server says who connects")

    @property
    def query_string(self):
        return muster.given("query")


class Response(muster.Response):
    def __init__(self):
        self.headers = {}
        self.cookie = {}
