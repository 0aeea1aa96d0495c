"""A blueprint whose middleware lets some paths and routes through."""
from sanic import Blueprint
from sanic.response import empty, json

from .auth import keeper_of

fenced = Blueprint("fenced", url_prefix="/fenced")
OPEN = ("/fenced/login", "/fenced/status")


@fenced.middleware
async def guard(request):
    if request.path in OPEN or request.path.startswith("/fenced/public/"):
        return None
    if keeper_of(request) is None:
        return json({"error": "unauthorised"}, status=401)


@fenced.get("/status")
async def status(request):
    return empty()


@fenced.post("/login")
async def login(request):
    return empty()


@fenced.get("/inside")
async def inside(request):
    return empty()


@fenced.get("/public/page")
async def page(request):
    return empty()


@fenced.get("/publicity")
async def publicity(request):
    return empty()
