"""WebSockets: a handler whose GET opens one."""

from tornado._native import closed
from tornado.web import RequestHandler


class WebSocketHandler(RequestHandler):
    async def get(self, *args, **kwargs):
        await self.open(*args, **kwargs)

    def open(self, *args, **kwargs):
        pass

    def check_origin(self, origin):
        return True

    def select_subprotocol(self, subprotocols):
        return None

    def write_message(self, message, binary=False):
        pass

    def on_message(self, message):
        pass

    def on_close(self):
        pass

    def close(self, code=None, reason=None):
        closed(code)
