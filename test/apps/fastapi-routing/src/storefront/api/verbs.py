"""Every verb and every way to write one down."""

from fastapi import APIRouter, Request
from fastapi import WebSocket as Socket
from fastapi.responses import PlainTextResponse, Response

from storefront import constants
from storefront.constants import PUBLIC_METHODS, VERBS_BY_NAME, Paths
from storefront.schemas import Product

router = APIRouter(prefix="/verbs")


@router.get("")
def without_slash():
    return "no slash"


@router.get("/")
def with_slash():
    return "slash"


@router.get("/things")
@router.get("/stuff", include_in_schema=False)
def stacked():
    return []


@router.post(path="/things", status_code=201)
def keyword_path(product: Product):
    return product


@router.put("/things/{thing_id}")
@router.patch("/things/{thing_id}", deprecated=True)
async def change(thing_id: int, product: Product):
    return product


@router.delete("/things/{thing_id}", status_code=204)
async def delete(thing_id: int) -> None:
    return None


@router.options("/things")
def options():
    return {"allow": "GET"}


@router.head("/things")
def head():
    return Response()


@router.trace("/things")
def trace():
    return {}


@router.api_route("/both", methods=["GET", "post"])
def both():
    return {}


@router.api_route("/default")
def default_method():
    return {}


@router.api_route("/constant", methods=[*PUBLIC_METHODS])
def constant_methods():
    return Response()


@router.route("/plain", methods=["GET", "POST"], include_in_schema=False)
async def plain(request: Request):
    return PlainTextResponse("plain")


@router.get("/files/{file_path:path}")
def read_file(file_path: str):
    return file_path


@router.get(constants.HEALTH and f"/{constants.HEALTH}")
def health():
    return "ok"


@router.get(Paths.SEARCH)
def search():
    return []


@router.get(Paths.SUGGEST)
def suggest():
    return []


@router.get(Paths.FACETS)
def facets():
    return []


@router.websocket("/ws/{channel}")
async def channel(socket: Socket, channel: str):
    await socket.accept()
    await socket.close()


def added_later(thing_id: int):
    return thing_id


async def listen(websocket: Socket):
    await websocket.accept()
    await websocket.close()


router.add_api_route("/added/{thing_id}", added_later)
router.add_api_route(path="/added/{thing_id}", endpoint=added_later, methods={"DELETE"}, name="remove_added")
router.add_api_websocket_route("/added/ws", listen)
router.add_route("/raw", plain, ["PUT"])

for name, verb in VERBS_BY_NAME.items():
    getattr(router, verb)(f"/by-name/{name}")(added_later_too := (lambda: {"verb": "constant"}))
