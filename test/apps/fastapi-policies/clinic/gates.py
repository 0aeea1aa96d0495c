"""Middleware with lists of all kinds."""

import re

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from starlette.middleware.base import BaseHTTPMiddleware

from .tokens import TokenError, raises_own

OPEN = re.compile(r"^/north/(map|hours)$")
OPEN_METHODS = frozenset({"GET"})

router = APIRouter()


def answer():
    return {}


for path in ("/north/map", "/north/maps", "/north/beds", "/south/beds", "/south/beds/free", "/east/desk"):
    router.add_api_route(path, answer, methods=["GET"])
    router.add_api_route(path, answer, methods=["POST"])


async def north(request: Request, call_next):
    if request.url.path.startswith("/north/") and not OPEN.match(request.url.path):
        try:
            request.state.who = raises_own(request)
        except TokenError:
            return JSONResponse({"detail": "Not here"}, status_code=401)
    return await call_next(request)


class South(BaseHTTPMiddleware):
    """Guards what changes something."""

    async def dispatch(self, request, call_next):
        segments = request.url.path.strip("/").split("/")
        if segments[0] != "south" or request.method in OPEN_METHODS:
            return await call_next(request)
        return await self.guarded(request, call_next)

    async def guarded(self, request, call_next):
        if request.headers.get("x-clinic-key") == "clinic-key":
            return await call_next(request)
        return JSONResponse({}, status_code=403)


def install(app) -> None:
    app.middleware("http")(north)
    app.add_middleware(South)
