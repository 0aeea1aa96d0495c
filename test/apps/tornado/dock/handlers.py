"""One handler for each way to be guarded, or not."""
from tornado import web
from tornado.web import authenticated

from . import base


class Home(web.RequestHandler):
    def get(self):
        self.write("dock")


class Ship(base.BaseHandler):
    def get(self, ship_id):
        self.write(ship_id)

    @authenticated
    def put(self, ship_id):
        self.write(ship_id)

    @authenticated
    async def delete(self, ship_id):
        self.write(ship_id)


class Crew(base.BaseHandler):
    @authenticated
    def get(self, ship_id, sailor):
        self.write({"ship": ship_id, "sailor": sailor})

    def post(self, ship_id, sailor):
        if not self.current_user:
            raise web.HTTPError(401, "sign in")
        self.write(sailor)


class Signed(base.SignedHandler):
    @authenticated
    def get(self):
        self.write("signed")


class Guest(base.GuestHandler):
    @authenticated
    def get(self):
        self.write("come in")


class NobodyKnows(base.NobodyKnowsHandler):
    def get(self):
        self.write({"user": self.current_user})


class Closed(base.ClosedHandler):
    def get(self):
        self.write("closed")

    def post(self):
        self.write("closed")


class Reopened(base.ReopenedHandler):
    def get(self):
        self.write("open again")


class StillClosed(base.StillClosedHandler):
    def get(self):
        self.write("closed")


class Inherits(Closed):
    """Its verbs are its base's; one is its own."""

    def patch(self):
        self.write("closed")


class Token(base.TokenHandler):
    def get(self):
        self.write(self.current_user)


class SendError(base.SendErrorHandler):
    def get(self):
        self.write("in")


class Looks(base.LooksHandler):
    def get(self):
        self.write("whoever you are")


class Marked(base.MarkedHandler):
    @base.open_to_all
    def get(self):
        self.write("open")

    def post(self):
        self.write("closed")


class Decorated(base.BaseHandler):
    @base.sailors_only
    def get(self):
        self.write("in")

    @base.async_sailors_only
    async def post(self):
        self.write("in")

    @base.timed
    def put(self):
        self.write("open")

    @base.timed
    @base.rank("mate")
    def delete(self):
        self.write("in")


class SetsStatus(base.BaseHandler):
    def get(self):
        if not self.current_user:
            self.set_status(401)
            self.finish()
            return
        self.write("in")

    def post(self):
        if self.get_cookie("sid") is None or base.SESSIONS.get(self.get_cookie("sid")) is None:
            self.set_status(403)
            return self.finish({"error": "no"})
        return self.finish("in")


class Validates(web.RequestHandler):
    """A wrong form is no stranger."""

    def get(self):
        if not self.get_argument("size", ""):
            raise web.HTTPError(400)
        self.write("fits")


class Redirects(base.BaseHandler):
    def get(self):
        if self.current_user is None:
            self.redirect("/login")
            return
        self.write("in")


class Login(web.RequestHandler):
    def get(self):
        self.write("<form>")

    def post(self):
        self.set_cookie("sid", "nothing")
        self.redirect("/")


class Configured(base.BaseHandler):
    """What `initialize` was given decides."""

    def initialize(self, locked, store=None):
        self.locked = locked
        self.store = store

    def prepare(self):
        if self.locked and self.current_user is None:
            raise web.HTTPError(401)

    def get(self):
        self.write("configured")


class QueryToken(web.RequestHandler):
    def get(self):
        if base.TOKENS.get(self.get_query_argument("token", "")) is None:
            raise web.HTTPError(403)
        self.write("in")


class OnlySome(base.BaseHandler):
    SUPPORTED_METHODS = ("GET", "POST")

    def get(self):
        self.write("get")

    def post(self):
        self.write("post")


class Missing(web.RequestHandler):
    def prepare(self):
        raise web.HTTPError(404)


class Ruled(base.BaseHandler):
    @authenticated
    def get(self, name):
        self.write(name)
