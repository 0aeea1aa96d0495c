from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route


def baker(x_baker: str = Header(default="")) -> None:
    if x_baker != "flour":
        raise HTTPException(status_code=401)


app = FastAPI(openapi_url=None)
breads = APIRouter(prefix="/breads")
cakes = APIRouter(prefix="/cakes")
ovens = APIRouter(prefix="/ovens")


@breads.get("")
def list_breads():
    return []


breads.include_router(cakes)
app.include_router(breads, prefix="/shop", dependencies=[Depends(baker)])
app.include_router(ovens)


# After the include, and served all the same, behind the guard of the include.
@breads.post("")
def bake():
    return {}


@cakes.delete("/{cake_id}")
def eat(cake_id: int):
    return cake_id


def heat(request):
    return PlainTextResponse("warm")


# A mount in a router was dropped by older versions. Dependencies do not reach into it.
warm = APIRouter(prefix="/warm")
warm.mount("/core", app=Mount("", routes=[Route("/heat", heat)]).app)
app.include_router(warm, dependencies=[Depends(baker)])


@ovens.get("/{number}")
def oven(number: int):
    return number
