from litestar.handlers.base import BaseRouteHandler
from litestar.handlers.http_handlers import HTTPRouteHandler, delete, get, head, patch, post, put, route
from litestar.handlers.websocket_handlers import WebsocketListener, WebsocketRouteHandler, websocket, websocket_listener, websocket_stream
from litestar.handlers.asgi_handlers import ASGIRouteHandler, asgi
