"""Puts the dock together."""
import importlib
import os

from tornado import ioloop, web
from tornado.routing import HostMatches, PathMatches, Rule
from tornado.web import Application, URLSpec, url

from . import handlers, sockets
from .joins import url_path_join


def load_handlers(name):
    module = importlib.import_module(name)
    return module.default_handlers


class DockApplication(Application):
    def __init__(self, base_url="/"):
        settings = self.settings_of(base_url)
        super().__init__(self.rules(base_url), **settings)

    def settings_of(self, base_url):
        return {
            "base_url": base_url,
            "login_url": url_path_join(base_url, "login"),
            "cookie_secret": "not-a-secret-of-anybody",
            "xsrf_cookies": True,
            "static_path": os.path.dirname(__file__),
            "static_url_prefix": "/static/",
        }

    def rules(self, base_url):
        found = [
            (r"/", handlers.Home),
            (r"/ships/([^/]+)", handlers.Ship),
            (r"/ships/(?P<ship_id>\d+)/crew/(?P<sailor>\w+)", handlers.Crew),
            url(r"/signed", handlers.Signed, name="signed"),
            URLSpec(r"/guest", handlers.Guest),
            (r"/nobody-knows", handlers.NobodyKnows),
            (r"/closed/?", handlers.Closed),
            (r"/reopened$", handlers.Reopened),
            (r"/still-closed", handlers.StillClosed),
            (r"/inherits", handlers.Inherits),
            (r"/token", handlers.Token),
            (r"/send-error", handlers.SendError),
            (r"/looks", handlers.Looks),
            (r"/marked", handlers.Marked),
            (r"/decorated", handlers.Decorated),
            (r"/sets-status", handlers.SetsStatus),
            (r"/validates", handlers.Validates),
            (r"/redirects", handlers.Redirects),
            (r"/login", handlers.Login),
            (r"/locked", handlers.Configured, {"locked": True}),
            (r"/unlocked", handlers.Configured, dict(locked=False, store=None), "unlocked"),
            (r"/query-token", handlers.QueryToken),
            (r"/only-some", handlers.OnlySome),
            (r"/old", web.RedirectHandler, {"url": "/"}),
            (r"/files/(.*)", web.StaticFileHandler, {"path": os.path.dirname(__file__)}),
            (r"/versions/v(\d+)\.(\d+)/list", Versioned),
            (r"/sockets/open", sockets.Open),
            (r"/sockets/prepared", sockets.Prepared),
            (r"/sockets/upgraded/([a-z]+)", sockets.Upgraded),
            (r"/sockets/originated", sockets.Originated),
            Rule(PathMatches(r"/ruled/(?P<name>.+)"), handlers.Ruled),
            (HostMatches(r"tower\.dock\.example"), [(r"/tower", handlers.Home), (r"/tower/closed", handlers.Closed)]),
            (r"/nested/.*", nested()),
        ]
        if os.environ.get("DOCK_DEBUG"):
            found.append((r"/debug", handlers.Home))
        collected = []
        for service in ("dock.services.crew.handlers", "dock.services.radio.handlers"):
            collected.extend(load_handlers(service))
        for spec in collected:
            found.append(tuple([url_path_join(base_url, spec[0]), *spec[1:]]))
        return found


class Versioned(web.RequestHandler):
    def get(self, major, minor):
        self.write({"major": major, "minor": minor})


def nested():
    return Application([(r"/nested/open", handlers.Home), (r"/nested/closed", handlers.Closed)], cookie_secret="another-of-nobody")


def make_app():
    app = DockApplication()
    app.add_handlers(r"admin\.dock\.example", [(r"/admin", handlers.Closed), (r"/admin/open", handlers.Home)])
    app.add_handlers(".*", [(r"/late/([0-9]+)", Late)])
    return app


class Late(web.RequestHandler):
    def get(self, number):
        self.write(number)


if __name__ == "__main__":
    make_app().listen(8888)
    ioloop.IOLoop.current().start()
