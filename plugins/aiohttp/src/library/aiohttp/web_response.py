"""Responses, as far as their status says whether somebody was let in."""


class StreamResponse:
    def __init__(self, *, status=200, reason=None, headers=None):
        self.status = status
        self.reason = reason
        self.headers = {}
        self.cookies = {}

    def set_status(self, status, reason=None):
        self.status = status

    def set_cookie(self, name, value, **options):
        pass

    def del_cookie(self, name, **options):
        pass

    async def prepare(self, request):
        pass

    async def write(self, data):
        pass

    async def write_eof(self, data=b""):
        pass


class Response(StreamResponse):
    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None, zlib_executor_size=None, zlib_executor=None):
        self.status = status
        self.reason = reason
        self.text = text
        self.body = body
        self.headers = {}
        self.cookies = {}


class FileResponse(StreamResponse):
    def __init__(self, path, chunk_size=0, status=200, reason=None, headers=None):
        self.status = status
        self.headers = {}


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None, content_type="application/json", dumps=None):
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)
