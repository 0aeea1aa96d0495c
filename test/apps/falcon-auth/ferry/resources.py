"""Resources that say how they are kept."""

from ferry import backends


class Crossings:
    def on_get(self, req, resp):
        resp.media = []

    def on_post(self, req, resp):
        resp.media = {}


class Timetable:
    auth = {"auth_disabled": True}

    def on_get(self, req, resp):
        resp.media = []


class Tickets:
    auth = {"exempt_methods": ["GET"]}

    def on_get(self, req, resp):
        resp.media = []

    def on_delete(self, req, resp):
        resp.media = {}


class Cargo:
    auth = {"backend": backends.token}

    def on_get(self, req, resp, crate):
        resp.media = {}


class Bridge:
    auth = {"backend": backends.either}

    def on_get(self, req, resp):
        resp.media = {}


class Deck:
    auth = {"backend": backends.passengers}

    def on_get(self, req, resp):
        resp.media = {}


class Engine(Cargo):
    """Inherits its backend."""


class Log:
    auth = {"backend": backends.signed}

    def on_get(self, req, resp):
        resp.media = {}
