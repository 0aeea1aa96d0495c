"""What resources inherit."""

import falcon

from ..hooks import HasRole, signed_in


class Reading:
    """Inherited responders are served too."""

    def on_get(self, req, resp, **params):
        resp.media = {"resource": type(self).__name__}


@falcon.before(signed_in)
class Guarded:
    """The hook wraps what this class has when it is decorated; what a subclass overrides is not wrapped."""

    def on_get(self, req, resp):
        resp.media = []

    def on_post(self, req, resp):
        resp.status = falcon.HTTP_201


class Crud:
    """Refuses in its own method, which subclasses override or not."""

    def check(self, req):
        if getattr(req.context, "caller", None) is None:
            raise falcon.HTTPUnauthorized()

    def on_get(self, req, resp, key):
        self.check(req)
        resp.media = {"key": key}

    def on_put(self, req, resp, key):
        self.check(req)
        resp.status = falcon.HTTP_204

    @falcon.before(HasRole("master"))
    def on_delete(self, req, resp, key):
        resp.status = falcon.HTTP_204
