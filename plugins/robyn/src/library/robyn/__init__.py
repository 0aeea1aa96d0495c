"""Robyn, as far as routes and the way of a request depend on it."""

from robyn.application import Robyn, SubRouter, WebSocket
from robyn.authentication import Identity
from robyn.messages import Headers, Request, Response


def ALLOW_CORS(app, origins, headers=None):
    pass
