"""Applications and request handlers."""

from functools import wraps

from muster import caller, stranger
from tornado._native import argument, arguments, body_argument, cookie, ended, extend_rules, finished, made, over, set_status, status_of
from tornado.httputil import HTTPServerRequest
from tornado.routing import AnyMatches, HostMatches, PathMatches, ReversibleRuleRouter, Rule, RuleRouter, URLSpec

url = URLSpec


class HTTPError(Exception):
    status_code = 500

    def __init__(self, status_code=500, log_message=None, *args, **kwargs):
        self.status_code = status_code
        self.log_message = log_message
        self.args = args
        self.reason = kwargs.get("reason", None)


class MissingArgumentError(HTTPError):
    def __init__(self, arg_name):
        super().__init__(400)
        self.arg_name = arg_name


class Finish(Exception):
    pass


class _Router(ReversibleRuleRouter):
    pass


class Application(ReversibleRuleRouter):
    def __init__(self, handlers=None, default_host=None, transforms=None, **settings):
        self.settings = settings
        self.default_host = default_host
        self.wildcard_router = _Router()
        self.default_router = _Router()
        made(self)
        if settings.get("static_path"):
            prefix = settings.get("static_url_prefix", "/static/")
            extend_rules(self, [(prefix + "(.*)", StaticFileHandler), ("/(favicon\\.ico)", StaticFileHandler), ("/(robots\\.txt)", StaticFileHandler)])
        if handlers:
            extend_rules(self, handlers)

    def add_handlers(self, host_pattern, host_handlers):
        extend_rules(self, host_handlers)

    def listen(self, port, address=None, **kwargs):
        pass


class RequestHandler:
    SUPPORTED_METHODS = ("GET", "HEAD", "POST", "DELETE", "PATCH", "PUT", "OPTIONS")

    def __init__(self, application, request, **kwargs):
        self.application = application
        self.request = request
        self.initialize(**kwargs)

    def initialize(self):
        pass

    def prepare(self):
        pass

    def on_finish(self):
        pass

    def set_default_headers(self):
        pass

    @property
    def settings(self):
        return self.application.settings

    @property
    def cookies(self):
        return self.request.cookies

    def get_current_user(self):
        return None

    @property
    def current_user(self):
        return self.get_current_user()

    def get_login_url(self):
        return self.settings["login_url"]

    def get_cookie(self, name, default=None):
        return cookie(name, default)

    def get_signed_cookie(self, name, value=None, max_age_days=31, min_version=None):
        if stranger("session"):
            return None
        return caller("session")

    def get_secure_cookie(self, name, value=None, max_age_days=31, min_version=None):
        return self.get_signed_cookie(name, value, max_age_days, min_version)

    def set_cookie(self, name, value, **options):
        pass

    def set_signed_cookie(self, name, value, **options):
        pass

    def set_secure_cookie(self, name, value, **options):
        pass

    def clear_cookie(self, name, **options):
        pass

    def clear_all_cookies(self, **options):
        pass

    def get_argument(self, name, default=None, strip=True):
        return argument(name, default)

    def get_arguments(self, name, strip=True):
        return arguments(name)

    def get_query_argument(self, name, default=None, strip=True):
        return argument(name, default)

    def get_query_arguments(self, name, strip=True):
        return arguments(name)

    def get_body_argument(self, name, default=None, strip=True):
        return body_argument(name)

    def get_body_arguments(self, name, strip=True):
        return body_argument(name)

    def set_status(self, status_code, reason=None):
        set_status(self, status_code)

    def get_status(self):
        return status_of(self)

    def set_header(self, name, value):
        pass

    def add_header(self, name, value):
        pass

    def clear_header(self, name):
        pass

    def clear(self):
        pass

    def write(self, chunk):
        pass

    def flush(self, include_footers=False):
        pass

    def render(self, template_name, **kwargs):
        pass

    def render_string(self, template_name, **kwargs):
        return template_name

    def write_error(self, status_code, **kwargs):
        pass

    def check_xsrf_cookie(self):
        pass

    def reverse_url(self, name, *args):
        return name

    def finish(self, chunk=None):
        finished(self)

    def send_error(self, status_code=500, **kwargs):
        set_status(self, status_code)
        finished(self)

    def redirect(self, url, permanent=False, status=None):
        set_status(self, 302 if status is None else status)
        finished(self)

    async def _execute(self, name, args, kwargs):
        await self.prepare()
        if not ended(self):
            await getattr(self, name)(*args, **kwargs)
        return over(self)


async def respond(exchange, handler, application, request, options, name, args, kwargs):
    """One request, from the making of its handler on."""
    made = handler(application, request, **options)
    exchange.append(made)
    return await made._execute(name, args, kwargs)


async def prepared(exchange, handler, application, request, options):
    """The same until the handler's method would run."""
    made = handler(application, request, **options)
    exchange.append(made)
    return await made.prepare()


def authenticated(method):
    @wraps(method)
    def wrapper(self, *args, **kwargs):
        if not self.current_user:
            if self.request.method in ("GET", "HEAD"):
                self.redirect(self.get_login_url())
                return None
            raise HTTPError(403)
        return method(self, *args, **kwargs)

    return wrapper


def removeslash(method):
    return method


def addslash(method):
    return method


def stream_request_body(cls):
    return cls


def asynchronous(method):
    return method


class ErrorHandler(RequestHandler):
    def initialize(self, status_code):
        self.set_status(status_code)

    def prepare(self):
        raise HTTPError(status_of(self))


class RedirectHandler(RequestHandler):
    def initialize(self, url, permanent=True):
        self._url = url

    def get(self, *args, **kwargs):
        self.redirect(self._url, status=301)


class StaticFileHandler(RequestHandler):
    def initialize(self, path, default_filename=None):
        self.root = path

    def get(self, path, include_body=True):
        pass


class FallbackHandler(RequestHandler):
    def initialize(self, fallback):
        self.fallback = fallback

    def prepare(self):
        self.fallback(self.request)
