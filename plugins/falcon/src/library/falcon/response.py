"""The response that code writes to."""

import muster
from falcon.context import Context


class Response(muster.Response):
    context_type = Context

    def __init__(self):
        self.context = self.context_type()
        # While middleware runs, a response that is complete ends the request.
        self.ends_request = True

    def set_header(self, name, value):
        pass

    append_header = set_header
    set_headers = set_header
    set_cookie = set_header
    unset_cookie = set_header


class WebSocket(muster.Response):
    async def accept(self, *args, **kwargs):
        pass

    async def close(self, code=1000, *args, **kwargs):
        muster.respond(code)
