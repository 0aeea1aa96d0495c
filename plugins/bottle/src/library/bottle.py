"""Bottle, as far as routes and the way of a request depend on it."""

from functools import wraps

import muster
from muster_bottle import is_among, is_application, path_below, template, yieldroutes


class Now:
    """The request at hand: `request` and `response` of the module stand for what is kept here."""

    request = None
    response = None


def _request():
    return Now.request


def _response():
    return Now.response


request = muster.proxy(_request)
response = muster.proxy(_response)
local = request


class BottleException(Exception):
    pass


class BaseResponse:
    def __init__(self, body="", status=None, headers=None, **more_headers):
        self.body = body
        self.status_code = muster.code(status or 200)

    def set_header(self, name, value, *args, **kwargs):
        pass

    add_header = set_header
    set_cookie = set_header
    delete_cookie = set_header


Response = BaseResponse


class HTTPResponse(BaseResponse, BottleException):
    pass


class HTTPError(HTTPResponse):
    def __init__(self, status=500, body=None, exception=None, traceback=None, **more_headers):
        self.body = body
        self.status_code = muster.code(status or 500)


class Headers:
    def get(self, name, default=None, *args, **kwargs):
        return muster.text("header", name.lower())

    def __getitem__(self, name):
        return muster.text("header", name.lower())

    def __contains__(self, name):
        return muster.text("header", name.lower()) is not None

    def __setitem__(self, name, value):
        pass


class Cookies:
    def get(self, name, default=None):
        return muster.text("cookie", name)

    __getitem__ = get

    def __getattr__(self, name):
        return muster.text("cookie", name)


class Query:
    def get(self, name, default=None, *args, **kwargs):
        return muster.text("query", name)

    __getitem__ = get
    getunicode = get

    def __getattr__(self, name):
        return muster.text("query", name)


_NOT_THE_CALLER = ("csrf", "xsrf", "flash", "captcha", "nonce", "locale", "lang")


def _session_value(name):
    """What a session keeps says who calls, unless it is kept for everybody who visits."""
    for word in _NOT_THE_CALLER:
        if word in name.lower():
            # Whoever visits is given it, and can send it back.
            return muster.given("form")
    return muster.caller("session")


class Session:
    """What middleware such as Beaker's keeps for a caller: a stranger has none."""

    def get(self, name, default=None):
        return _session_value(name)

    def __getitem__(self, name):
        if muster.stranger("session"):
            raise KeyError(name)
        return _session_value(name)

    def __contains__(self, name):
        return not muster.stranger("session")

    def __setitem__(self, name, value):
        pass

    def __getattr__(self, name):
        return getattr(muster.caller("session"), name)


class Environ:
    def get(self, name, default=None):
        if name.startswith("HTTP_"):
            return muster.text("header", name[5:].replace("_", "-").lower())
        if name == "beaker.session":
            return Session()
        if name == "REMOTE_USER":
            return muster.caller("custom")
        return getattr(muster.state(), name)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        pass


class LocalRequest:
    def __init__(self, route, url_args):
        self.route = route
        self.app = route.app
        self.url_args = url_args
        self.headers = Headers()
        self.cookies = Cookies()
        self.query = Query()
        self.GET = self.query
        self.environ = Environ()

    def __getattr__(self, name):
        return getattr(muster.state(), name)

    @property
    def method(self):
        return muster.method()

    @property
    def path(self):
        """Below a mount by WSGI: without the mount's prefix."""
        return self.shifted

    @property
    def fullpath(self):
        return muster.path()

    url = fullpath

    @property
    def auth(self):
        """Name and password, as the caller claims."""
        return (muster.text("header", "authorization"), muster.text("header", "authorization"))

    @property
    def remote_addr(self):
        return muster.unknown("the server says who connects")

    remote_route = remote_addr

    @property
    def forms(self):
        return muster.given("form")

    POST = forms
    params = forms
    files = forms

    @property
    def json(self):
        return muster.given("body")

    body = json

    def get(self, name, default=None):
        return self.environ.get(name)

    def get_header(self, name, default=None):
        return muster.text("header", name.lower())

    def get_cookie(self, key, default=None, secret=None, digestmod=None):
        # A signed cookie is what the application itself gave to this caller.
        if secret:
            return muster.caller("session")
        return muster.text("cookie", key)


class LocalResponse(muster.Response):
    def __init__(self):
        self.headers = Headers()

    def set_header(self, name, value, *args, **kwargs):
        pass

    add_header = set_header
    set_cookie = set_header
    delete_cookie = set_header


def abort(code=500, text="Unknown Error."):
    raise HTTPError(code, text)


def redirect(url, code=None):
    raise HTTPResponse("", code or 303)


def auth_basic(check, realm="private", text="Access denied"):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            user, password = Now.request.auth
            if not check(user, password):
                return HTTPError(401, text)
            return function(*args, **kwargs)

        return wrapper

    return decorator


def makelist(data):
    if isinstance(data, (tuple, list, set, dict)):
        return list(data)
    if data:
        return [data]
    return []


class Config:
    """What is not set in code may come from a file."""

    def __init__(self):
        self.values = {}

    def __getitem__(self, key):
        return self.get(key)

    def __setitem__(self, key, value):
        self.values[key] = value

    def get(self, key, default=None):
        if key in self.values:
            return self.values[key]
        return muster.unknown("the configuration decides it")

    def update(self, *args, **kwargs):
        for given in args:
            if isinstance(given, dict):
                self.values.update(given)
        self.values.update(kwargs)

    def setdefault(self, key, value=None):
        return self.get(key)

    def load_config(self, *args, **kwargs):
        return self

    load_dict = load_config
    load_module = load_config


class Route:
    def __init__(self, app, rule, method, callback, name=None, plugins=None, skiplist=None, **config):
        self.app = app
        self.rule = rule
        self.method = method
        self.callback = callback
        self.name = name
        self.plugins = plugins or []
        self.skiplist = skiplist or []
        self.config = config
        self.at = muster.here()

    def get_undecorated_callback(self):
        return self.callback

    def all_plugins(self):
        used = []
        names = []
        for plugin in reversed(self.app.plugins + self.plugins):
            name = plugin.name if muster.has(plugin, "name") else None
            if is_among(self.skiplist, plugin, name) or is_among(names, None, name):
                continue
            if name is not None:
                names.append(name)
            used.append(plugin)
        return used

    def call(self, **arguments):
        callback = self.callback
        for plugin in self.all_plugins():
            callback = plugin.apply(callback, self) if muster.has(plugin, "apply") else plugin(callback)
        muster.leave(callback, **arguments)


class Bottle:
    def __init__(self, catchall=True, autojson=True, **kwargs):
        self.config = Config()
        self.routes = []
        self.plugins = []
        self.mounts = []
        self.before = []
        self.errors = {}
        muster.created(self)

    def install(self, plugin):
        if muster.has(plugin, "setup"):
            plugin.setup(self)
        self.plugins.append(plugin)
        return plugin

    def uninstall(self, plugin):
        self.plugins = [one for one in self.plugins if not (one is plugin or plugin is True or type(one) is plugin or (muster.has(one, "name") and one.name == plugin))]

    def add_hook(self, name, func):
        if name == "before_request":
            self.before.append(func)

    def hook(self, name):
        def decorator(func):
            self.add_hook(name, func)
            return func

        return decorator

    def error(self, code=500, callback=None):
        def decorator(callback):
            return callback

        return decorator(callback) if callback else decorator

    def add_route(self, route):
        route.position = len(self.routes)
        self.routes.append(route)

    def route(self, path=None, method="GET", callback=None, name=None, apply=None, skip=None, **config):
        if callable(path):
            path, callback = None, path

        def decorator(callback):
            target = muster.imported(callback) if isinstance(callback, str) else callback
            for rule in makelist(path) or yieldroutes(target):
                for verb in makelist(method):
                    self.add_route(Route(self, rule, verb.upper(), target, name, makelist(apply), makelist(skip), **config))
            return callback

        return decorator(callback) if callback else decorator

    def get(self, path=None, method="GET", **options):
        return self.route(path, method, **options)

    def post(self, path=None, method="POST", **options):
        return self.route(path, method, **options)

    def put(self, path=None, method="PUT", **options):
        return self.route(path, method, **options)

    def delete(self, path=None, method="DELETE", **options):
        return self.route(path, method, **options)

    def patch(self, path=None, method="PATCH", **options):
        return self.route(path, method, **options)

    def mount(self, prefix, app=None, **options):
        self.mounts.append((prefix, app, bool(options), muster.here()))
        if is_application(app):
            muster.mounted(app, self)

    def merge(self, routes):
        if is_application(routes):
            muster.mounted(routes, self)
            # What it mounts is a route of it.
            self.mounts.extend(routes.mounts)
            routes = routes.routes
        for route in routes:
            self.add_route(route)

    def get_url(self, routename, **kwargs):
        return "/"

    def run(self, **kwargs):
        pass

    def close(self):
        pass

    def __enter__(self):
        default_app.push(self)
        return self

    def __exit__(self, *raised):
        default_app.pop()

    def muster_routes(self):
        self.serve_at(self, "", "", [])

    def serve_at(self, root, prefix, level, hooks):
        """`level` is what mounts by WSGI take off the path for this application; each hook has that of its own."""
        hooks = hooks + [(hook, level) for hook in self.before]
        self.serve_routes(root, prefix, level, hooks)

    def serve_routes(self, root, prefix, level, hooks):
        # Of two routes for one rule and method the later one answers.
        for route in reversed(self.routes):
            rule = prefix + "/" + route.rule.lstrip("/") if prefix else route.rule
            path, names = template(rule)
            method = "*" if route.method == "ANY" else route.method
            # What is mounted here or above comes in between, in an order that is not followed.
            tried = None if prefix or self.mounts else (route.position, route.rule, "own")
            muster.serve(root, method, path, route.callback, self.way(route, path, level, hooks, names), route.at, [hook for hook, _ in hooks] + route.all_plugins(), tried)
        for below, app, options, at in self.mounts:
            inner = prefix + below.rstrip("/")
            if not is_application(app):
                muster.lost(root, "mount", app, at)
            elif below.endswith("/") and not options:
                # Its routes become the parent's: its own hooks do not run.
                app.serve_routes(root, inner, level, hooks)
            else:
                app.serve_at(root, inner, inner, hooks)

    def way(self, route, path, level, hooks, names):
        def way():
            arguments = {name: muster.text("path", name) for name in names}
            Now.request = LocalRequest(route, arguments)
            Now.response = LocalResponse()
            for hook, above in hooks:
                Now.request.shifted = path_below(path, above)
                hook()
            Now.request.shifted = path_below(path, level)
            # What a hook sets on the response keeps nothing from running.
            muster.respond(None)
            muster.leave(route.call, **arguments)

        return way


class AppStack:
    def __init__(self):
        self.stack = [Bottle()]

    def __call__(self):
        return self.stack[-1]

    @property
    def default(self):
        return self.stack[-1]

    def push(self, value=None):
        if value is None:
            value = Bottle()
        self.stack.append(value)
        return value

    new_app = push

    def pop(self):
        return self.stack.pop()


app = default_app = AppStack()
apps = app


def route(path=None, method="GET", callback=None, **options):
    return default_app().route(path, method, callback, **options)


def get(path=None, **options):
    return default_app().get(path, **options)


def post(path=None, **options):
    return default_app().post(path, **options)


def put(path=None, **options):
    return default_app().put(path, **options)


def delete(path=None, **options):
    return default_app().delete(path, **options)


def patch(path=None, **options):
    return default_app().patch(path, **options)


def error(code=500, callback=None):
    return default_app().error(code, callback)


def mount(prefix, app=None, **options):
    return default_app().mount(prefix, app, **options)


def merge(routes):
    return default_app().merge(routes)


def hook(name):
    return default_app().hook(name)


def install(plugin):
    return default_app().install(plugin)


def uninstall(plugin):
    return default_app().uninstall(plugin)


def run(app=None, *args, **kwargs):
    pass
