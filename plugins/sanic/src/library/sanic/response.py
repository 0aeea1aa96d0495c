"""Responses, as far as their status says whether somebody was let in."""


class BaseHTTPResponse:
    def __init__(self, status=200):
        self.status = status
        self.headers = {}
        self.cookies = {}

    def add_cookie(self, key, value, **options):
        pass

    def delete_cookie(self, key, **options):
        pass


class HTTPResponse(BaseHTTPResponse):
    def __init__(self, body=None, status=200, headers=None, content_type=None):
        super().__init__(status)
        self.body = body


class JSONResponse(HTTPResponse):
    pass


class ResponseStream(BaseHTTPResponse):
    def __init__(self, streaming_fn=None, status=200, headers=None, content_type=None):
        super().__init__(status)


def json(body, status=200, headers=None, content_type="application/json", dumps=None, **kwargs):
    return HTTPResponse(body, status)


def text(body, status=200, headers=None, content_type="text/plain; charset=utf-8"):
    return HTTPResponse(body, status)


def html(body, status=200, headers=None):
    return HTTPResponse(body, status)


def raw(body, status=200, headers=None, content_type="application/octet-stream"):
    return HTTPResponse(body, status)


def empty(status=204, headers=None):
    return HTTPResponse(None, status)


def redirect(to, headers=None, status=302, content_type="text/html; charset=utf-8"):
    return HTTPResponse(None, status)


async def file(location, status=200, **options):
    return HTTPResponse(None, status)


async def file_stream(location, status=200, **options):
    return HTTPResponse(None, status)


def stream(streaming_fn, status=200, headers=None, content_type="text/plain; charset=utf-8"):
    return HTTPResponse(None, status)
