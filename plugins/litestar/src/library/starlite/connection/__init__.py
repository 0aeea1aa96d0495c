from litestar.connection import ASGIConnection, Request, WebSocket
