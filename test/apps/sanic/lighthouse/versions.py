"""Versions in all places."""
from sanic import Blueprint
from sanic.response import empty

from .auth import protected

versions = Blueprint("versions", version="v5", url_prefix="own")
history = Blueprint("history", version=6, version_prefix="/api/")


@versions.get("/text")
async def by_text(request):
    return empty()


@versions.get("/seven", version=7, version_prefix="/route/v")
@protected
async def by_route(request):
    return empty()


@history.get("/list/", strict_slashes=True)
async def listed(request):
    return empty()
