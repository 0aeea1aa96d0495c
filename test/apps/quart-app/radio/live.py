from quart import Blueprint, abort, websocket

from .guards import socket_token_required

live = Blueprint("live", __name__)
closed = Blueprint("closed", __name__)


@live.websocket("/")
async def listen():
    await websocket.send("music")


@live.websocket("/<channel>/talk")
@socket_token_required
async def talk(channel):
    await websocket.send(channel)


@closed.before_websocket
async def check():
    if websocket.headers.get("X-Token") != "root-token":
        abort(401)


@closed.websocket("/")
async def closed_socket():
    await websocket.send("in")


@closed.route("/page")
async def page():
    """What runs before sockets does not run before requests."""
    return "anybody"


def direct(app):
    async def socket():
        await websocket.send("direct")

    app.add_websocket("/direct", "direct", socket)
