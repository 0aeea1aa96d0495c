"""Starlette routes inside a FastAPI application."""

from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Host, Mount, Route, Router, WebSocketRoute


class Page(HTTPEndpoint):
    async def get(self, request: Request):
        return PlainTextResponse("page")

    async def delete(self, request: Request):
        return PlainTextResponse("gone")


class Feed(WebSocketEndpoint):
    encoding = "text"

    async def on_connect(self, websocket):
        await websocket.accept()


def index(request: Request):
    return PlainTextResponse("index")


page_routes = [
    Route("/", index),
    Route("/pages/{slug}", Page),
    WebSocketRoute("/feed", Feed),
]
page_routes += [Mount("/archive", routes=[Route("/{year:int}", index, methods=["GET", "POST"])])]

partners = Router([Route("/partner-home", index)])
host = Host("partners.example.com", app=partners, name="partners")
