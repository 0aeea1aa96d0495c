"""Requests and responses."""

import muster


class Headers:
    def __init__(self, *args, **kwargs):
        pass

    def set(self, name, value):
        pass

    append = set

    def __setitem__(self, name, value):
        pass


class RequestHeaders:
    def get(self, name, default=None):
        return muster.text("header", name.lower())

    def __getitem__(self, name):
        return muster.text("header", name.lower())

    def contains(self, name):
        return muster.text("header", name.lower()) is not None

    def __contains__(self, name):
        return self.contains(name)


class Query:
    def get(self, name, default=None):
        return muster.text("query", name)

    get_first = get
    get_all = get

    def __getitem__(self, name):
        return muster.text("query", name)


class Url:
    @property
    def path(self):
        return muster.path()


class Request:
    def __init__(self, path_params):
        self.headers = RequestHeaders()
        self.query_params = Query()
        self.path_params = path_params
        self.url = Url()
        self.identity = None

    def __getattr__(self, name):
        return getattr(muster.state(), name)

    @property
    def method(self):
        return muster.method()

    @property
    def body(self):
        return muster.given("body")

    form_data = body
    files = body

    def json(self):
        return muster.given("body")


class Response:
    def __init__(self, status_code=200, headers=None, description="", **kwargs):
        self.status_code = muster.code(status_code)
        self.headers = Headers()
        self.description = description

    def set_cookie(self, *args, **kwargs):
        pass
