"""Handlers that others build on, and decorators for their methods."""
import functools

from tornado import web

SESSIONS = {"mate-session": "mate"}
TOKENS = {"mate-token": "mate"}


class BaseHandler(web.RequestHandler):
    """Knows who calls, by a cookie."""

    def get_current_user(self):
        return SESSIONS.get(self.get_cookie("sid", ""))


class SignedHandler(web.RequestHandler):
    def get_current_user(self):
        value = self.get_secure_cookie("sailor", max_age_days=36500)
        return value.decode() if value else None


class GuestHandler(web.RequestHandler):
    """Everybody is somebody: `authenticated` refuses nobody here."""

    def get_current_user(self):
        return SESSIONS.get(self.get_cookie("sid", "")) or "guest"


class NobodyKnowsHandler(web.RequestHandler):
    """Without `get_current_user` there is never a user."""


class ClosedHandler(BaseHandler):
    """Turns strangers away before any verb."""

    def prepare(self):
        if not self.current_user:
            raise web.HTTPError(403)


class ReopenedHandler(ClosedHandler):
    """Its own `prepare` never calls the one that guards."""

    def prepare(self):
        self.set_header("X-Dock", "open")


class StillClosedHandler(ClosedHandler):
    async def prepare(self):
        super().prepare()
        self.set_header("X-Dock", "closed")


class TokenHandler(web.RequestHandler):
    """Puts the user there itself, and finishes the answer to strangers."""

    async def prepare(self):
        scheme, _, token = self.request.headers.get("Authorization", "").partition(" ")
        user = TOKENS.get(token) if scheme == "Bearer" else None
        if user is None:
            self.set_status(401)
            self.finish({"error": "no token"})
            return
        self.current_user = user


class SendErrorHandler(BaseHandler):
    def prepare(self):
        if self.get_current_user() is None:
            self.send_error(401)


class LooksHandler(BaseHandler):
    """Notes the stranger, and does nothing about him."""

    def prepare(self):
        if self.current_user is None:
            self.stranger = True


class MarkedHandler(BaseHandler):
    """Everything is closed but what is marked as open."""

    def prepare(self):
        method = getattr(self, self.request.method.lower(), None)
        if getattr(method, "__open__", False):
            return
        if self.current_user is None:
            raise web.HTTPError(401)


def open_to_all(method):
    method.__open__ = True
    return method


def sailors_only(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        if self.current_user is None:
            raise web.HTTPError(401)
        return method(self, *args, **kwargs)

    return wrapper


def async_sailors_only(method):
    @functools.wraps(method)
    async def wrapper(self, *args, **kwargs):
        if self.current_user is None:
            self.send_error(401)
            return None
        return await method(self, *args, **kwargs)

    return wrapper


def rank(wanted):
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, *args, **kwargs):
            if self.request.headers.get("X-Mate") not in SESSIONS.values() or self.current_user != wanted:
                raise web.HTTPError(403)
            return method(self, *args, **kwargs)

        return wrapper

    return decorate


def timed(method):
    """Runs around the method, and asks nobody anything."""

    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        self.set_header("X-Timed", "1")
        return method(self, *args, **kwargs)

    return wrapper
