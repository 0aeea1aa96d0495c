"""Middleware: one that refuses by resource attributes, one that only remembers, one for a part of the paths."""

import falcon

from .store import is_machine, user_for_header


class Remember:
    def process_request(self, req, resp):
        req.context.caller = user_for_header(req.auth)


class ByResource:
    """`auth = {...}` of the resource class says whether and for which methods a user is asked for."""

    def __init__(self, default=False):
        self._default = default

    def process_resource(self, req, resp, resource, params):
        settings = getattr(resource, "auth", None) or {}
        if settings.get("disabled", not self._default and not settings):
            return
        if req.method in settings.get("exempt_methods", ["OPTIONS"]):
            return
        if req.context.caller is None:
            raise falcon.HTTPUnauthorized(title="Sign in", challenges=["Bearer"])


class Yard:
    """A part of the paths is for machines."""

    open_paths = ("/yard/status", "/yard/hours")

    def process_request(self, req, resp):
        if not req.path.startswith("/yard"):
            return
        if req.path in self.open_paths:
            return
        if not is_machine(req.get_header("x-api-key")):
            resp.status = falcon.HTTP_403
            resp.complete = True

    def process_response(self, req, resp, resource, req_succeeded):
        resp.set_header("X-Harbour", "yes")
