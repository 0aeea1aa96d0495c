from starlette.applications import Starlette
from starlette.authentication import requires
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Host, Mount, Route, Router, WebSocketRoute

from .backends import CourteousBackend, StrictBackend, TokenBackend, on_auth_error
from .endpoints import (
    Record,
    Shelf,
    Whispers,
    by_hand,
    by_required_scope,
    by_scope,
    desk,
    echoes,
    greets,
    home,
    murmurs,
    profile,
    sign_in,
    strongroom,
)
from .middleware import DeskMiddleware, ReadersOnly, Stamp


async def not_allowed(request: Request, error: HTTPException) -> Response:
    return PlainTextResponse("No", status_code=error.status_code)


def listing(request: Request) -> PlainTextResponse:
    return PlainTextResponse("listing")


def years(*numbers: int):
    return [Route(f"/{number}", listing, name=f"year-{number}") for number in numbers]


# Its own authentication: nobody gets in without a token.
strict = Starlette(
    routes=[Route("/ledger", listing), Route("/ledger/{line:int}", listing, methods=["PATCH"])],
    middleware=[Middleware(AuthenticationMiddleware, backend=StrictBackend())],
)

# Its own authentication, and a middleware behind it that sends strangers away.
reading_room = Starlette(
    routes=[Route("/", listing), Mount("/tables", routes=[Route("/{table}", listing, methods=["GET", "DELETE"])])],
    middleware=[
        Middleware(AuthenticationMiddleware, backend=CourteousBackend()),
        Middleware(ReadersOnly, login="/sign-in"),
    ],
)

# Knows its readers and turns nobody away.
garden = Starlette(routes=[Route("/bench", listing)])
garden.add_middleware(Stamp)
garden.add_middleware(AuthenticationMiddleware, backend=CourteousBackend(), on_error=on_auth_error)

intranet = Router(routes=[Route("/staff-list", listing), Route("/rota", requires("keeper")(profile))])

routes = [
    Route("/", endpoint=home, name="home"),
    Route("/sign-in", sign_in, name="sign-in"),
    Route("/profile", profile),
    Route("/strongroom", strongroom, methods=["GET", "POST"]),
    Route("/desk", desk),
    Route("/by-hand", by_hand),
    Route("/by-scope", by_scope, methods=["PUT"]),
    Route("/by-required-scope", by_required_scope),
    Route("/greets", greets, include_in_schema=False),
    Route("/records/{key:uuid}", Record),
    Route("/shelves/{number:int}", Shelf),
    WebSocketRoute("/whispers", Whispers),
    WebSocketRoute("/murmurs", murmurs),
    WebSocketRoute("/echoes/{room}", echoes),
    Mount(
        "/annals",
        routes=[
            *years(1850, 1851),
            Mount("/{century:int}", routes=[Route("/index", listing), Route("/volumes/{volume}", requires("keeper")(listing))]),
        ],
    ),
    Mount("/desk-only", routes=[Route("/keys", listing), Route("/keys/{key}", listing, methods=["DELETE"])], middleware=[Middleware(DeskMiddleware)]),
    Mount("/strict", app=strict, name="strict"),
    Mount("/reading-room", app=reading_room),
    Mount("/garden", garden),
    Mount("/wrapped", app=DeskMiddleware(Router([Route("/drawer", listing)]), desk="front-desk")),
    Host("intranet.example.com", app=intranet, name="intranet"),
]

middleware = [
    Middleware(GZipMiddleware),
    Middleware(AuthenticationMiddleware, backend=TokenBackend(), on_error=on_auth_error),
]

application = Starlette(routes=routes, middleware=middleware, exception_handlers={HTTPException: not_allowed})
application.add_route("/added", listing, methods=["POST"])
application.router.add_route("/guarded-later", requires("authenticated")(listing))
