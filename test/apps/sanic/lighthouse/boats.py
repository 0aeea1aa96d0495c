"""A blueprint with a prefix and a guard of its own on some."""
from sanic import Blueprint
from sanic.response import empty

from .auth import protected, signed_in

boats = Blueprint("boats", url_prefix="/boats")


@boats.route("/")
async def index(request):
    return empty()


@boats.post("/<boat:int>")
@protected
async def moor(request, boat):
    return empty()


@boats.get("/<boat:int>/versioned", version=3)
@signed_in
async def versioned(request, boat):
    return empty()


@boats.websocket("/feed")
async def feed(request, ws):
    await ws.send("boat")


async def added(request):
    return empty()


boats.add_route(added, "/added", methods=["PUT"])
boats.static("/pictures", ".", name="pictures")
