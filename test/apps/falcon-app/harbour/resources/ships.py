"""Hooks on responders and on classes."""

import falcon

from .. import hooks
from .base import Crud, Guarded, Reading


class Ships(Reading):
    @falcon.before(hooks.signed_in)
    def on_post(self, req, resp):
        resp.status = falcon.HTTP_201

    def on_get_search(self, req, resp):
        resp.media = []

    @falcon.before(hooks.HasRole("pilot"))
    def on_post_search(self, req, resp):
        resp.media = []

    def on_get_log(self, req, resp, ship_id, day):
        if not req.context.caller:
            raise falcon.HTTPForbidden()
        resp.media = {"ship": ship_id, "day": day}


class Ship:
    @falcon.before(hooks.note_user)
    def on_get(self, req, resp, ship_id):
        resp.media = {"ship": ship_id, "user": req.context.user}

    @falcon.before(hooks.well_formed)
    def on_patch(self, req, resp, ship_id):
        resp.media = {}

    @falcon.before(hooks.with_argument, "Basic", strict=True)
    def on_put(self, req, resp, ship_id):
        resp.media = {}

    @hooks.guarded
    def on_delete(self, req, resp, ship_id):
        resp.status = falcon.HTTP_204

    @falcon.before(hooks.with_argument, "Basic", strict=False)
    def on_post(self, req, resp, ship_id):
        """The hook is told not to look."""


@falcon.before(hooks.machine_only)
class Manifest(Reading):
    """The class hook wraps inherited responders as well."""

    def on_post(self, req, resp):
        resp.media = {}


class Inherits(Guarded):
    """`on_get` is inherited with the hook; this `on_post` is another one, without."""

    def on_post(self, req, resp):
        resp.media = {}


@falcon.before(hooks.well_formed)
@falcon.after(lambda req, resp, resource: resp.set_header("X-After", "yes"))
class Plain:
    @hooks.timed
    def on_get(self, req, resp):
        resp.media = {}

    @hooks.timed
    @hooks.answers
    def on_put(self, req, resp):
        resp.media = {}

    @falcon.before(hooks.completes)
    def on_delete(self, req, resp):
        """Reached: the status says 401, but the work is done."""
        resp.media = {}
        resp.status = falcon.HTTP_200


class Berth(Crud):
    pass


class OpenBerth(Crud):
    """Overrides the check by one that never refuses."""

    def check(self, req):
        req.context.checked = True
