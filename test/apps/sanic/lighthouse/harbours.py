"""Groups of blueprints, one in the other, with middleware of their own."""
from sanic import Blueprint
from sanic.exceptions import Unauthorized
from sanic.response import empty, json

from .auth import keeper_of

quays = Blueprint("quays", url_prefix="/quays")
cranes = Blueprint("cranes", url_prefix="/cranes", version=2)
gates = Blueprint("gates", url_prefix="/gates", version=4, version_prefix="/api/v")
yard = Blueprint.group(cranes, gates, url_prefix="/yard")
group = Blueprint.group(quays, yard, url_prefix="/harbours", version=1)


@quays.get("/<quay>")
async def quay(request, quay):
    return empty()


@cranes.get("/all")
async def crane(request):
    return empty()


@cranes.post("/lift", version=1.1)
async def lift(request):
    return empty()


@gates.get("/")
async def gate(request):
    return empty()


@gates.on_request
async def closed(request):
    if keeper_of(request) is None:
        raise Unauthorized("the gate is closed")


@cranes.middleware("request")
async def writes_only(request):
    if request.method == "POST" and keeper_of(request) is None:
        return json({"error": "no"}, status=401)
