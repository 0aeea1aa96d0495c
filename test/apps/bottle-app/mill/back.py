"""Applications of their own."""

import bottle
from bottle import Bottle, request

from .guards import AllPlugin, current_user, signed_in, stopwatch

office = Bottle()


@office.hook("before_request")
def only_signed_in():
    if request.path in ("/status", "/office/wages") or request.method == "OPTIONS":
        return
    if not current_user():
        bottle.abort(401)


@office.get("/status")
def status():
    return {}


@office.get("/wages")
def wages():
    return {}


@office.route("/wages/<name>", ["PUT", "DELETE"])
def change_wages(name):
    return {}


granary = Bottle()
granary.install(AllPlugin())
granary.install(stopwatch)


@granary.get("/corn")
def corn():
    return {}


@granary.get("/rye", public=True)
def rye():
    return {}


@granary.get("/oats", skip=["all"])
def oats():
    return {}


@granary.get("/wheat", skip=True)
def wheat():
    return {}


@granary.get("/barley", skip=[AllPlugin], apply=[signed_in])
def barley():
    return {}


yard = Bottle()


@yard.hook("before_request")
def answers_by_returning():
    """What a hook returns is thrown away."""
    if not current_user():
        return bottle.HTTPError(401, "no")


class Carts:
    def __init__(self, app, prefix="/carts"):
        app.route(prefix, "GET", self.all)
        app.route(prefix + "/<cart_id:int>", method="GET", callback=self.one)
        app.route(path=f"{prefix}/<cart_id:int>", method="DELETE", callback=self.remove, apply=[signed_in])
        app.add_route(bottle.Route(app, "/carts/raw", "POST", self.all))

    def all(self):
        return []

    def one(self, cart_id):
        return {}

    def remove(self, cart_id):
        return {}


Carts(yard)


class House(Bottle):
    """An application class of the house."""

    def __init__(self, *args, **kwargs):
        super(House, self).__init__(*args, **kwargs)
        self.install(AllPlugin())
        for name in ("kitchen", "hall"):
            self.route(f"/{name}", callback=getattr(self, name))

    def kitchen(self):
        return {}

    @signed_in
    def hall(self):
        return {}


merged = Bottle()


@merged.hook("before_request")
def never():
    """Hooks do not come along when routes are merged."""
    bottle.abort(401)


@merged.get("/merged")
def get_merged():
    return {}


@merged.post("/merged", apply=signed_in)
def post_merged():
    return {}
