"""Applications, and the walk through their trees."""

import inspect

import muster
import muster_cherrypy
from cherrypy._cpconfig import config as global_config, from_file
from cherrypy._cprequest import Now, Request, Response, Session
from cherrypy._cptools import set_up, unfollowed
from cherrypy.dispatch import MethodDispatcher, RoutesDispatcher

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class Application:
    def __init__(self, root, script_name="", config=None):
        self.root = root
        # Where it is mounted may be a setting: its pages are shown from the root then, and that is reported.
        self.mount_known = muster_cherrypy.is_text(script_name)
        self.script_name = (script_name or "").rstrip("/") if self.mount_known else ""
        self.config = {}
        # What a file of configuration switches on is not seen: it may be a guard of any page.
        self.unseen = False
        self.at = muster.here()
        muster.created(self)
        if config is not None:
            self.merge(config)

    def merge(self, config):
        config = from_file(config)
        if not isinstance(config, dict):
            self.unseen = True
        for path, section in muster_cherrypy.sections(config):
            self.config[path] = {**self.config.get(path, {}), **section}

    def muster_routes(self):
        if not self.mount_known:
            muster.lost(self, "mount", "the path that the tree is mounted at is not known: its pages are shown without it", self.at)
        for path, section in muster_cherrypy.sections(self.config):
            if section.get("tools.staticdir.on"):
                muster.serve(self, "GET", self.script_name + path.rstrip("/") + "/{path}", Application, self._way(None, self._at([path], {}), path, []), self.at)
            elif section.get("tools.staticfile.on"):
                muster.serve(self, "GET", self.script_name + path, Application, self._way(None, self._at([path], {}), path, []), self.at)
        if self.unseen:
            muster.lost(self, "mount", "its configuration lies in a file that is not read: guards and dispatchers that it switches on are not seen", self.at)
        dispatcher = self.config.get("/", {}).get("request.dispatch")
        if isinstance(dispatcher, RoutesDispatcher):
            self._serve_mapped(dispatcher)
        elif self.root is not None:
            if muster_cherrypy.is_unknown(self.root):
                muster.lost(self, "route", "the root of the tree is not known", self.at)
            else:
                settings = {**global_config.values, **muster_cherrypy.settings(self.root), **self.config.get("/", {})}
                self._walk(self.root, "", settings, [])

    def _at(self, paths, settings):
        out = {**global_config.values, **settings, **self.config.get("/", {})}
        for path in paths:
            out = {**out, **self.config.get(path, {})}
        return out

    def _walk(self, node, path, settings, above):
        for one in above:
            if one is node:
                return
        if len(above) > 8:
            return
        names = list(muster_cherrypy.popped(node))
        path = path + "".join(["/{" + name + "}" for name in names])
        if muster_cherrypy.decides_itself(node):
            muster.lost(self, "route", "_cp_dispatch decides what is below " + (self.script_name + path or "/"), self.at)
        by_verbs = isinstance(settings.get("request.dispatch"), MethodDispatcher)
        if by_verbs and muster_cherrypy.is_exposed(node):
            self._serve_verbs(node, path, settings)
        elif not by_verbs and path and muster_cherrypy.is_exposed(node) and muster.has(node, "__call__"):
            self._serve(node.__call__, "*", path, settings, [])
        for name, child in muster_cherrypy.children(node):
            below = {**settings, **muster_cherrypy.settings(child), **self.config.get(path + "/" + name, {})}
            if muster_cherrypy.is_node(child):
                self._walk(child, path + "/" + name, below, above + [node])
            elif not by_verbs and muster_cherrypy.is_exposed(child):
                self._serve_page(child, name, path, below)

    def _serve_page(self, page, name, path, settings):
        if name == "index":
            self._serve(page, "*", path + "/", settings, [])
        elif name == "default":
            required, _, more = muster_cherrypy.positional(page)
            rest = required or more
            self._serve(page, "*", path + "".join(["/{" + one + "}" for one in rest]), settings, rest)
        else:
            for one in [name] + muster_cherrypy.aliases(page):
                methods = settings.get("tools.allow.methods") if settings.get("tools.allow.on") else None
                for method in methods or ["*"]:
                    self._serve(page, method, path + "/" + one, settings, [])

    def _serve_verbs(self, node, path, settings):
        for verb in METHODS:
            if muster.has(node, verb):
                page = getattr(node, verb)
                own = {**settings, **muster_cherrypy.settings(page)}
                required, optional, _ = muster_cherrypy.positional(page)
                template = path + "".join(["/{" + one + "}" for one in required])
                self._serve(page, verb, template, own, required)
                if optional:
                    self._serve(page, verb, template + "/{" + optional[0] + "}", own, required + optional[:1])

    def _serve_mapped(self, dispatcher):
        for route, controller, kwargs, at in dispatcher.connected:
            page = getattr(controller, kwargs.get("action", "index"))
            template = muster_cherrypy.route_template(route)
            settings = {**self._at([], {}), **muster_cherrypy.settings(controller), **muster_cherrypy.settings(page)}
            conditions = kwargs.get("conditions") or {}
            for method in conditions.get("method") or ["*"]:
                muster.serve(self, method, self.script_name + template, page, self._way(page, settings, template, []), at, unfollowed(settings))

    def _serve(self, page, method, path, settings, positional):
        muster.serve(self, method, (self.script_name + path) or "/", page, self._way(page, settings, path, positional), muster.defined(page) or self.at, unfollowed(settings))

    def _way(self, page, settings, path, positional):
        def way():
            Now.request = Request(self, settings, page, muster_cherrypy.path_value(path or "/"))
            Now.response = Response()
            Now.session = Session()
            set_up(settings)
            for point in ("on_start_resource", "before_request_body", "before_handler"):
                for wanted, callback, kwargs, tool_is_on in Now.request.hooks.attached:
                    # Whether it is on may be a setting that is not known: then it may refuse, and may not.
                    if wanted == point:
                        if tool_is_on:
                            callback(**kwargs)
            if Now.request.handler is None:
                return
            if self.unseen and muster.unknown("what the file of configuration switches on is not read"):
                muster.refuse(401)
            # A status that a tool set keeps nothing from running.
            muster.respond(None)
            muster.leave(Now.request.handler, *[muster.text("path", name) for name in positional], **muster_cherrypy.queried(page, positional))

        return way


class Tree:
    def __init__(self):
        self.apps = {}

    def mount(self, root, script_name="", config=None):
        if isinstance(root, Application):
            return root
        return Application(root, script_name, config)

    def graft(self, wsgi_callable, script_name=""):
        pass


tree = Tree()
