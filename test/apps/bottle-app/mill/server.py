"""Puts it together."""

import os

import bottle

from . import shop  # noqa: F401
from .back import House, granary, merged, office, yard

app = bottle.default_app()
app.mount("/office", office)
app.mount("/granary/", granary)
app.mount("/yard", yard)
app.mount("/house/", House())
app.merge(merged)

if os.environ.get("MILL_DEBUG") == "1":

    @app.get("/debug")
    def debug():
        return {}


if __name__ == "__main__":
    bottle.run(app, host="localhost", port=8080)
