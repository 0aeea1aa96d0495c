"""Falcon over ASGI: the same, with coroutines."""

from falcon.app import App as _App
from falcon.request import Request
from falcon.response import Response, WebSocket


class App(_App):
    pass
