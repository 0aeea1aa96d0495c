from starlette.authentication import has_required_scope, requires
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.websockets import WebSocket


async def home(request: Request) -> PlainTextResponse:
    return PlainTextResponse("Welcome")


def sign_in(request: Request) -> PlainTextResponse:
    return PlainTextResponse("Who are you?")


@requires("authenticated")
async def profile(request: Request) -> JSONResponse:
    return JSONResponse({"name": request.user.display_name})


@requires(["authenticated", "keeper"], status_code=404)
def strongroom(request: Request) -> JSONResponse:
    return JSONResponse({})


@requires("authenticated", redirect="sign-in")
async def desk(request: Request) -> JSONResponse:
    return JSONResponse({})


async def by_hand(request: Request) -> JSONResponse:
    if not request.user.is_authenticated:
        raise HTTPException(status_code=401)
    return JSONResponse({})


async def by_scope(request: Request) -> JSONResponse:
    if "records:read" not in request.auth.scopes:
        return JSONResponse({}, status_code=403)
    return JSONResponse({})


async def by_required_scope(request: Request) -> JSONResponse:
    if not has_required_scope(request, ["keeper"]):
        return RedirectResponse("/sign-in")
    return JSONResponse({})


async def greets(request: Request) -> JSONResponse:
    name = request.user.display_name if request.user.is_authenticated else "stranger"
    return JSONResponse({"hello": name})


class Record(HTTPEndpoint):
    """Open to read, not to change."""

    async def get(self, request: Request):
        return JSONResponse({"key": str(request.path_params["key"])})

    @requires("keeper")
    async def put(self, request: Request):
        return JSONResponse({})

    @requires("keeper", status_code=401)
    def delete(self, request: Request):
        return PlainTextResponse("", status_code=204)


class KeeperEndpoint(HTTPEndpoint):
    """A base that checks before any method runs."""

    async def dispatch(self) -> None:
        request = Request(self.scope, receive=self.receive)
        if "keeper" not in request.auth.scopes:
            response = PlainTextResponse("Keepers only", status_code=403)
            await response(self.scope, self.receive, self.send)
            return
        await super().dispatch()


class Shelf(KeeperEndpoint):
    async def get(self, request: Request):
        return JSONResponse([])

    async def post(self, request: Request):
        return JSONResponse({}, status_code=201)


class Whispers(WebSocketEndpoint):
    encoding = "json"

    async def on_connect(self, websocket: WebSocket) -> None:
        await websocket.accept()


@requires("authenticated")
async def murmurs(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.close()


async def echoes(websocket: WebSocket) -> None:
    if not websocket.user.is_authenticated:
        await websocket.close(code=1008)
        return
    await websocket.accept()
    await websocket.close()
