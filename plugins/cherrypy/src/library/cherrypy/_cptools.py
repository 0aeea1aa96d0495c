"""Tools: what configuration switches on around pages."""

import inspect

import muster
import muster_cherrypy
from cherrypy._cprequest import Now
from cherrypy.lib import auth_basic as basic
from cherrypy.lib import auth_digest as digest


class Tool:
    namespace = "tools"

    def __init__(self, point, callable, name=None, priority=50):
        self._point = point
        self.callable = callable
        self._name = name

    def __call__(self, *args, **kwargs):
        box, name = _place_of(self)

        def decorate(page):
            settings = {f"{box}.{name}.on": True}
            for key, value in kwargs.items():
                settings[f"{box}.{name}.{key}"] = value
            return muster_cherrypy.configured(page, settings)

        return decorate

    def _merged_args(self, d=None):
        box, name = _place_of(self)
        return muster_cherrypy.arguments(Now.request.config, f"{box}.{name}.")

    def _setup(self):
        Now.request.hooks.attach(self._point, self.callable, **self._merged_args())


class HandlerTool(Tool):
    """What is true of its answer: the page is not called any more."""

    def __init__(self, callable, name=None):
        Tool.__init__(self, "before_handler", callable, name)

    def handler(self, *args, **kwargs):
        def handle(*a, **kw):
            self.callable(*args, **kwargs)

        handle.exposed = True
        return handle

    def _wrapper(self, **kwargs):
        if self.callable(**kwargs):
            Now.request.handler = None

    def _setup(self):
        Now.request.hooks.attach(self._point, self._wrapper, **self._merged_args())


class HandlerWrapperTool(Tool):
    def __init__(self, newhandler, point="before_handler", name=None, priority=50):
        self.newhandler = newhandler
        Tool.__init__(self, point, self.wrap, name)

    def wrap(self, *args, **kwargs):
        inner = Now.request.handler

        def wrapped(*a, **kw):
            return self.newhandler(inner, *a, **kw)

        Now.request.handler = wrapped


class ErrorTool(Tool):
    def __init__(self, callable, name=None):
        Tool.__init__(self, None, callable, name)

    def _setup(self):
        pass


class Toolbox:
    def __init__(self, namespace):
        self.namespace = namespace
        _boxes.append(self)

    def register(self, point, **kwargs):
        def decorate(function):
            setattr(self, kwargs.get("name", function.__name__), Tool(point, function))
            return function

        return decorate


_boxes = []


def _place_of(tool):
    for box in _boxes:
        for name, known in inspect.getmembers(box):
            if known is tool:
                return box.namespace, name
    return "tools", tool._name


def set_up(config):
    for box in _boxes:
        for name, tool in inspect.getmembers(box):
            on = config.get(f"{box.namespace}.{name}.on")
            if name != "namespace" and not muster_cherrypy.is_off(on):
                Now.request.hooks.on = on
                tool._setup()


def unfollowed(config):
    """Callables of tools that are on, and tools that nothing defined."""
    out = []
    for name in muster_cherrypy.switched_on(config):
        known = getattr(default_toolbox, name) if muster.has(default_toolbox, name) else None
        out.append(known.callable if known is not None else muster.imported("cherrypy.tools." + name))
    return out


def _nothing(*args, **kwargs):
    pass


def _session_auth(**kwargs):
    if muster.stranger("session"):
        muster.refuse(401)


default_toolbox = Toolbox("tools")
default_toolbox.auth_basic = Tool("before_handler", basic.basic_auth, "auth_basic", 1)
default_toolbox.auth_digest = Tool("before_handler", digest.digest_auth, "auth_digest", 1)
default_toolbox.session_auth = Tool("before_handler", _session_auth, "session_auth")
default_toolbox.basic_auth = Tool("on_start_resource", basic.old_basic_auth, "basic_auth")
for _name in ("allow", "autovary", "caching", "CORS", "cors", "decode", "encode", "err_redirect", "etags", "expires", "flatten", "gzip", "ignore_headers", "json_in", "json_out", "log_headers", "log_hooks", "log_tracebacks", "params", "proxy", "redirect", "referer", "response_headers", "sessions", "staticdir", "staticfile", "trailing_slash", "accept", "xmlrpc"):
    setattr(default_toolbox, _name, Tool("before_finalize", _nothing, _name))
