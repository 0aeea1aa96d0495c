"""Errors that answer requests."""
import json

from aiohttp import web


class HarbourError(web.HTTPError):
    """Answers with a document, as every error of the harbour does."""

    status_code = 500
    title = "the harbour is closed"

    def __init__(self, detail=None):
        super().__init__(text=json.dumps({"title": self.title, "detail": detail}), content_type="application/json")


class NotSignedIn(HarbourError):
    status_code = 401
    title = "not signed in"


class NotAllowed(HarbourError):
    status_code = 403
    title = "not allowed"


class BadCargo(HarbourError):
    status_code = 400
    title = "bad cargo"


class Expired(Exception):
    """No answer of its own: a middleware makes one."""
