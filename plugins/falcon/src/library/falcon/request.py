"""The request, as a responder sees it."""

import muster
from falcon.context import Context
from falcon.errors import HTTPMissingHeader, HTTPMissingParam


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

    def __getitem__(self, name):
        return muster.text("cookie", name)

    def __contains__(self, name):
        return muster.text("cookie", name) is not None


class Request:
    context_type = Context

    def __init__(self, template, params):
        self.context = self.context_type()
        self.headers = Headers()
        self.cookies = Cookies()
        self.uri_template = template
        self.path_params = params

    @property
    def method(self):
        return muster.method()

    @property
    def path(self):
        return muster.path()

    relative_uri = path
    uri = path

    @property
    def auth(self):
        return muster.text("header", "authorization")

    @property
    def params(self):
        return muster.given("query")

    @property
    def media(self):
        return muster.given("body")

    @property
    def json(self):
        return muster.given("body")

    stream = media
    bounded_stream = media

    @property
    def env(self):
        return Environ()

    def get_header(self, name, required=False, default=None):
        value = muster.text("header", name.lower())
        if required and not value:
            raise HTTPMissingHeader(name)
        return value

    def get_cookie_values(self, name):
        return muster.text("cookie", name)

    def get_param(self, name, required=False, **kwargs):
        return muster.text("query", name)

    get_param_as_int = get_param
    get_param_as_float = get_param
    get_param_as_bool = get_param
    get_param_as_list = get_param
    get_param_as_uuid = get_param
    get_param_as_date = get_param
    get_param_as_datetime = get_param
    get_param_as_json = get_param

    def has_param(self, name):
        return muster.text("query", name) is not None

    def get_media(self, default_when_empty=None):
        return muster.given("body")


_NOT_THE_CALLER = ("csrf", "xsrf", "flash", "captcha", "nonce", "locale", "lang")


def _session_value(name):
    """What a session keeps says who calls, unless it is kept for everybody who visits."""
    for word in _NOT_THE_CALLER:
        if word in name.lower():
            # Whoever visits is given it, and can send it back.
            return muster.given("form")
    return muster.caller("session")


class Session:
    """What middleware such as Beaker's keeps for a caller: a stranger has none."""

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


class Environ:
    """Headers by their names in the environment of WSGI; everything else is the server's."""

    def get(self, name, default=None):
        if name == "beaker.session":
            return Session()
        if name.startswith("HTTP_"):
            return muster.text("header", name[5:].replace("_", "-").lower())
        return muster.unknown("the server sets it")

    def __getitem__(self, name):
        return self.get(name)
