"""The application."""

import falcon.asgi
import falcon.asgi as fa

from .gate import OPEN, PATTERNS, Gate, Timing
from .lamps import Beam, Charts, Health, Lamps, Session


class Tower(fa.App):
    """An application class of the house."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, middleware=[Timing()], **kwargs)
        self.add_middleware([Gate(OPEN, patterns=PATTERNS)])
        self._register()

    def _register(self):
        lamps = Lamps()
        self.add_route("/lamps", lamps)
        self.add_route("/lamps/{number:int(min=1)}", lamps, suffix="one")
        self.add_route("/public/lamps/{number:int}", lamps, suffix="one")
        self.add_route("/beam", Beam())
        self.add_route("/charts/{number:int}", Charts())
        self.add_route("/health", Health())
        self.add_route("/session", Session())


async def anything(req, resp, **kwargs):
    resp.media = {}


app = Tower()
app.add_sink(anything, r"/public/files/")
app.add_sink(anything, r"/archive")
