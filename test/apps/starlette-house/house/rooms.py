"""Handlers whose parameters say nothing of what they are."""

from enum import IntEnum

from starlette.authentication import requires
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from .router import HouseRouter


class Codes(IntEnum):
    UNAUTHORISED = 3000


def is_keeper(connection) -> bool:
    return connection.headers.get("authorization") == "Bearer keeper"


rooms = HouseRouter()
cellar = HouseRouter()
lines = HouseRouter(prefix="/lines")


@rooms.get("/list")
async def listed(*, request):
    return JSONResponse({})


@rooms.post("/add")
@requires("authenticated")
async def add(*, request):
    return JSONResponse({})


@rooms.post("/{room:int}/paint")
async def paint(request):
    if not is_keeper(request):
        raise HTTPException(status_code=401)
    return JSONResponse({"room": request.path_params["room"]})


@cellar.get("/wine")
async def wine(request):
    if request.method == "GET" and not is_keeper(request):
        raise HTTPException(status_code=403)
    return JSONResponse({})


@cellar.get("/coal")
async def coal(request):
    return JSONResponse({"keeper": is_keeper(request)})


@lines.socket("/kept")
async def kept(line):
    if not is_keeper(line):
        await line.close(Codes.UNAUTHORISED, "who is there?")
        return
    await line.accept()
    await line.close()


@lines.socket("/open")
async def opened(line):
    await line.accept()
    await line.close()
