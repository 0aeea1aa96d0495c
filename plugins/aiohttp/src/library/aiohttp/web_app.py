"""Applications: a router, middleware, and what is kept under keys."""

from aiohttp._native import made
from aiohttp.web_urldispatcher import UrlDispatcher


class Application:
    def __init__(self, *, logger=None, router=None, middlewares=(), handler_args=None, client_max_size=0, loop=None, debug=None):
        self._kept = {}
        self._router = UrlDispatcher() if router is None else router
        self._middlewares = list(middlewares)
        self._on_startup = []
        self._on_shutdown = []
        self._on_cleanup = []
        self._on_response_prepare = []
        self._cleanup_ctx = []
        made(self)

    @property
    def router(self):
        return self._router

    @property
    def middlewares(self):
        return self._middlewares

    @property
    def on_startup(self):
        return self._on_startup

    @property
    def on_shutdown(self):
        return self._on_shutdown

    @property
    def on_cleanup(self):
        return self._on_cleanup

    @property
    def on_response_prepare(self):
        return self._on_response_prepare

    @property
    def cleanup_ctx(self):
        return self._cleanup_ctx

    def __getitem__(self, key):
        return self._kept[key]

    def __setitem__(self, key, value):
        self._kept[key] = value

    def __contains__(self, key):
        return key in self._kept

    def get(self, key, default=None):
        return self._kept.get(key, default)

    def setdefault(self, key, default=None):
        return self._kept.setdefault(key, default)

    def update(self, *others, **more):
        self._kept.update(*others, **more)

    def add_routes(self, table):
        return self._router.add_routes(table)

    def add_subapp(self, prefix, subapp):
        return self._router.mount(prefix, subapp)

    def add_domain(self, domain, subapp):
        return self._router.mount("", subapp, domain)
