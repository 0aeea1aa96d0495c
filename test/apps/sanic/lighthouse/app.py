"""Puts the lighthouse together."""
import os

from sanic import Sanic
from sanic.response import json, text

from . import auth, plain
from .boats import boats
from .fenced import fenced
from .harbours import group
from .keepers import keepers
from .versions import history, versions
from .views import register


def create_app():
    app = Sanic("lighthouse")
    app.config.PREFIX = "/lamps"
    app.register_middleware(auth.identify, "request")

    @app.exception(auth.Lost)
    async def answer_lost(request, exception):
        return json({"error": "lost"}, status=401)

    @app.middleware("response")
    async def sign(request, response):
        response.headers["X-Lighthouse"] = "lit"

    @app.get("/")
    async def home(request):
        return text("light")

    @app.get(f"{app.config.PREFIX}/<lamp:int>")
    @auth.protected
    async def lamp(request, lamp):
        return json({"lamp": lamp})

    plain.register(app)
    register(app)
    app.blueprint(boats)
    app.blueprint(group)
    app.blueprint(keepers)
    app.blueprint(fenced)
    app.blueprint([versions, history], url_prefix="/registered")
    app.static("/assets", os.path.dirname(__file__), name="assets")
    app.static("/about.py", os.path.join(os.path.dirname(__file__), "app.py"), name="about")
    if os.environ.get("LIGHTHOUSE_DEBUG"):
        app.add_route(plain.hello, "/debug", name="debug")
    return app


if __name__ == "__main__":
    create_app().run()
