"""Functions that are registered on the application."""
import uuid

from sanic import Sanic
from sanic.exceptions import Forbidden, InvalidUsage, NotFound, Unauthorized
from sanic.response import empty, json, text

from .auth import forgotten, keeper_of, lamp_key, logs, lost, protected, required, signed_in, to_login


async def hello(request):
    return text("hello")


async def number(request, number):
    return json({"number": number})


@signed_in
async def closed(request):
    return empty()


@signed_in(role="keeper")
def closed_for_others(request):
    return empty()


@protected
async def closed_socket(request, ws):
    await ws.send("in")


async def open_socket(request, ws):
    await ws.send("whoever")


async def raises(request):
    if not request.ctx.user:
        raise Forbidden("no")
    return empty()


async def answers(request):
    if request.ctx.user is None:
        return json({}, status=403)
    return empty()


async def asks(request):
    required(request)
    return empty()


async def invalid(request):
    if "size" not in request.args:
        raise InvalidUsage("how big?")
    return empty()


async def looks(request):
    if request.ctx.user is None:
        return json({"stranger": True})
    return json({"user": request.ctx.user})


async def finds(request, name):
    if name == "nothing":
        raise NotFound("nothing")
    return text(name)


async def basic(request):
    from base64 import b64decode

    header = request.headers.get("authorization", "")
    if not header.startswith("Basic ") or b64decode(header[6:]) != b"keeper:keeper":
        raise Unauthorized("who?", scheme="Basic", realm="lighthouse")
    return empty()


async def query(request):
    from .auth import TOKENS

    if request.args.get("token") not in TOKENS:
        raise Unauthorized("no token")
    return empty()


def register(app):
    app.add_route(hello, "/plain/hello")
    app.add_route(hello, "/plain/two", methods=["GET", "POST"], name="two")
    app.add_route(number, "/plain/number/<number:int>")
    app.add_route(number, r"/plain/letters/<number:([a-z]{2,3})>", name="letters")
    app.add_route(closed, "/plain/closed", methods={"POST"})
    app.add_route(closed_for_others, "/plain/closed-for-others", methods=("DELETE",))
    app.add_route(raises, "/plain/raises")
    app.add_route(answers, "/plain/answers")
    app.add_route(asks, "/plain/asks")
    app.add_route(invalid, "/plain/invalid")
    app.add_route(looks, "/plain/looks")
    app.add_route(basic, "/plain/basic")
    app.add_route(query, "/plain/query")
    app.add_route(lamp_key(hello), "/plain/key", name="key")
    app.add_route(lost(hello), "/plain/lost", name="lost")
    app.add_route(to_login(hello), "/plain/to-login", name="to_login")
    app.add_route(logs(hello), "/plain/logs", name="logs")
    app.add_route(forgotten(hello), "/plain/forgotten", name="forgotten")
    app.add_route(hello, "/plain/slash/", strict_slashes=True, name="slash")
    app.add_route(hello, "/plain/host", host="coast.example", name="host")
    app.add_websocket_route(open_socket, "/plain/feed")
    app.add_websocket_route(closed_socket, "/plain/closed-feed")

    @app.websocket("/plain/decorated-feed/<channel>")
    async def feed(request, ws, channel):
        if keeper_of(request) is None:
            raise Unauthorized("no")
        await ws.send(channel)

    @app.get("/plain/tail/<rest:path>")
    async def tail(request, rest):
        return text(rest)

    @app.get("/plain/uuid/<key:uuid>")
    async def by_uuid(request, key: uuid.UUID):
        return text(str(key))

    @signed_in
    @app.get("/plain/above")
    async def above(request):
        return empty()

    @app.put("/plain/stacked-a", name="stacked_a")
    @app.patch("/plain/stacked-b", name="stacked_b")
    @signed_in()
    async def stacked(request):
        return empty()

    @app.route("/plain/route", methods=["GET", "DELETE"])
    async def routed(request):
        if request.method == "DELETE" and request.ctx.user is None:
            raise Unauthorized("only to look at")
        return empty()

    @app.head("/plain/head")
    async def head(request):
        return empty()

    @app.options("/plain/options")
    async def options(request):
        return empty()

    app.add_route(finds, "/plain/finds/<name>")
    for name in ("red", "green"):
        app.add_route(closed, f"/plain/colours/{name}", name=f"colour_{name}")


def current():
    return Sanic.get_app("lighthouse")
