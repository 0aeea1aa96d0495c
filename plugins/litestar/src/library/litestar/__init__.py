from litestar.app import Litestar
from litestar.connection import ASGIConnection, Request, WebSocket
from litestar.controller import Controller
from litestar.handlers import asgi, delete, get, head, patch, post, put, route, websocket, websocket_listener, websocket_stream
from litestar.response import Response
from litestar.router import Router
