"""WebSockets."""
from tornado import web
from tornado.websocket import WebSocketHandler

from . import base


class Open(WebSocketHandler):
    def check_origin(self, origin):
        return True

    def open(self):
        self.write_message("ahoy")


class Prepared(base.ClosedHandler, WebSocketHandler):
    def open(self):
        self.write_message("ahoy")


class Upgraded(base.BaseHandler, WebSocketHandler):
    """Asks before it upgrades."""

    async def get(self, *args, **kwargs):
        if self.current_user is None:
            raise web.HTTPError(403)
        await super().get(*args, **kwargs)

    def open(self, channel):
        self.write_message(channel)


class Originated(WebSocketHandler):
    """An origin is no credential: who is no browser sends any."""

    def check_origin(self, origin):
        return origin.endswith("://dock.example")

    def open(self):
        self.write_message("ahoy")
