"""Puts it together."""

import os
import re
from pathlib import Path

import falcon

from . import hooks
from .middleware import ByResource, Remember, Yard
from .resources import ships, yard

PREFIX = os.environ.get("HARBOUR_PREFIX", "/api/v1")


def forward(req, resp, **params):
    resp.media = params


@falcon.before(hooks.signed_in)
class Door:
    def __call__(self, req, resp, **params):
        """A sink: hooks on its class do not reach it, for it is no responder."""
        resp.media = {}


def locked(req, resp, **params):
    if not req.auth or req.auth != "Bearer root-token":
        raise falcon.HTTPUnauthorized()
    resp.media = params


def build(debug=False):
    app = falcon.App(middleware=[Remember(), ByResource()])
    app.add_middleware(Yard())
    fleet = ships.Ships()
    app.add_route(PREFIX + "/ships", fleet)
    app.add_route(f"{PREFIX}/ships/search", fleet, suffix="search")
    app.add_route(PREFIX + "/ships/{ship_id:int}", ships.Ship())
    app.add_route(PREFIX + "/ships/{ship_id:int}/log-{day}", fleet, suffix="log")
    for name, resource in (("manifest", ships.Manifest()), ("inherits", ships.Inherits()), ("plain", ships.Plain())):
        app.add_route(f"/{name}", resource)
    add_routes(app, "/berths", {"harbour": ships.Berth(), "open": ships.OpenBerth()})
    app.add_route("/yard/status", yard.Status())
    app.add_route("/yard/hours", yard.Status())
    app.add_route("/yard/cranes", yard.Cranes())
    app.add_route("/papers/{name}", yard.Papers())
    app.add_route("/vault", yard.Vault())
    app.add_route("/notice", yard.Notice())
    app.add_route("/inline", yard.Inline())
    app.add_route("/login", yard.Login())
    if debug:
        app.add_route("/debug", yard.Status())
    app.add_sink(forward, "/forward")
    app.add_sink(Door(), prefix="/door")
    app.add_sink(locked, re.compile(r"/locked/(?P<room>\d+)"))
    app.add_static_route("/static", str(Path(__file__).parent.resolve()))
    return app


def add_routes(app, prefix, resources):
    for name, resource in resources.items():
        app.add_route(f"{prefix}/{name}/{{key}}", resource)


application = build(debug=os.environ.get("HARBOUR_DEBUG") == "1")
