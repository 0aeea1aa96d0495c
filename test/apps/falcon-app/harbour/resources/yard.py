"""Behind `Yard` and `ByResource`."""

import falcon

from .base import Reading


class Status(Reading):
    pass


class Cranes(Reading):
    def on_post(self, req, resp):
        resp.status = falcon.HTTP_201


class Papers(Reading):
    """Reading is for everybody, writing is not."""

    auth = {"exempt_methods": ["GET"]}

    def on_put(self, req, resp, **params):
        resp.media = {}


class Vault(Reading):
    auth = {"required": True}


class Notice(Vault):
    """Switches off what its base asks for."""

    auth = {"disabled": True}


class Inline:
    def on_get(self, req, resp):
        user = req.context.get("caller")
        if not user:
            resp.status = falcon.HTTP_UNAUTHORIZED
            return
        resp.media = user

    def on_post(self, req, resp):
        """Only looks at the one who is signed in."""
        user = getattr(req.context, "caller", None)
        if user and "master" not in user["roles"]:
            raise falcon.HTTPForbidden()
        resp.media = {}

    def on_put(self, req, resp):
        if req.cookies.get("sid") != "root-session":
            raise falcon.HTTPFound("/login?next=/inline")
        resp.media = {}

    def on_delete(self, req, resp):
        if req.get_cookie_values("sid") is None:
            raise falcon.HTTPUnauthorized()
        resp.media = {}


class Login:
    def on_post(self, req, resp):
        body = req.get_media(default_when_empty={})
        resp.media = {"token": "root-token" if body.get("word") == "root" else None}
