"""Applications and blueprints, authorizers and middleware."""

import muster
from muster_chalice import allows, path_names


class ChaliceError(Exception):
    pass


class ChaliceViewError(ChaliceError):
    status_code = 500

    def __init__(self, *args):
        pass


class ChaliceUnhandledError(ChaliceError):
    pass


class BadRequestError(ChaliceViewError):
    status_code = 400


class UnauthorizedError(ChaliceViewError):
    status_code = 401


class ForbiddenError(ChaliceViewError):
    status_code = 403


class NotFoundError(ChaliceViewError):
    status_code = 404


class MethodNotAllowedError(ChaliceViewError):
    status_code = 405


class RequestTimeoutError(ChaliceViewError):
    status_code = 408


class ConflictError(ChaliceViewError):
    status_code = 409


class UnprocessableEntityError(ChaliceViewError):
    status_code = 422


class TooManyRequestsError(ChaliceViewError):
    status_code = 429


class Response:
    def __init__(self, body, headers=None, status_code=200):
        self.body = body
        self.headers = headers or {}
        self.status_code = status_code


class CORSConfig:
    def __init__(self, *args, **kwargs):
        pass


class Headers:
    def get(self, name, default=None):
        return muster.text("header", name.lower())

    def __getitem__(self, name):
        return muster.text("header", name.lower())

    def __contains__(self, name):
        return muster.text("header", name.lower()) is not None


class Query:
    def get(self, name, default=None):
        return muster.text("query", name)

    def __getitem__(self, name):
        return muster.text("query", name)

    def __contains__(self, name):
        return muster.text("query", name) is not None


class Context:
    """What the gateway says of a request: under `authorizer`, who calls."""

    def get(self, name, default=None):
        if name == "authorizer":
            return muster.caller("custom")
        return muster.unknown("the gateway says it")

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return muster.unknown("the gateway says it")


class Request:
    def __init__(self, uri_params):
        self.headers = Headers()
        self.query_params = Query()
        self.uri_params = uri_params
        self.context = Context()
        self.stage_vars = {}

    def __getattr__(self, name):
        return getattr(muster.state(), name)

    @property
    def method(self):
        return muster.method()

    @property
    def path(self):
        return muster.path()

    @property
    def json_body(self):
        return muster.given("body")

    raw_body = json_body

    def to_dict(self):
        return muster.given("body")


class AuthRequest:
    def __init__(self):
        self.auth_type = "TOKEN"
        self.token = muster.text("header", "authorization")
        self.method_arn = muster.unknown("the gateway says it")


class AuthRoute:
    def __init__(self, path, methods):
        self.path = path
        self.methods = methods


class AuthResponse:
    ALL_HTTP_METHODS = ["DELETE", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "GET"]

    def __init__(self, routes, principal_id, context=None):
        self.routes = routes
        self.principal_id = principal_id


class ChaliceAuthorizer:
    """A function of the application: what it answers says which routes the caller may use."""

    def __init__(self, function):
        self.function = function
        self.followed = function

    def __call__(self, event, context):
        return self.function(event)

    def with_scopes(self, scopes):
        return self

    def check(self):
        if not allows(self.function(AuthRequest()), muster.path(), muster.method()):
            muster.refuse(403)


class _Gateway:
    """The gateway verifies the credential itself."""

    kind = "custom"
    followed = None

    def __init__(self, *args, **kwargs):
        pass

    def with_scopes(self, scopes):
        return self

    def check(self):
        if muster.stranger(self.kind):
            muster.refuse(401)


class CognitoUserPoolAuthorizer(_Gateway):
    kind = "http-bearer"


class IAMAuthorizer(_Gateway):
    pass


class CustomAuthorizer:
    """Its function is not in this application: whom it lets in is not known."""

    def __init__(self, *args, **kwargs):
        self.followed = muster.imported("chalice.authorizer_elsewhere")

    def with_scopes(self, scopes):
        return self

    def check(self):
        pass


def _unlisted(self, *args, **kwargs):
    """Handlers of events are no endpoints."""

    def decorate(function):
        return function

    return decorate


class Registered:
    """What applications and blueprints have in common."""

    def route(self, path, **kwargs):
        at = muster.here()

        def decorate(view):
            self.add(path, view, kwargs, at)
            return view

        return decorate

    def authorizer(self, ttl_seconds=None, execution_role=None, name=None, header="Authorization"):
        def decorate(function):
            return ChaliceAuthorizer(function)

        return decorate

    def middleware(self, event_type="all"):
        def decorate(function):
            self.register_middleware(function, event_type)
            return function

        return decorate

    def register_middleware(self, func, event_type="all"):
        if event_type in ("http", "all"):
            self.around.append(func)

    lambda_function = _unlisted
    schedule = _unlisted
    on_s3_event = _unlisted
    on_sns_message = _unlisted
    on_sqs_message = _unlisted
    on_cw_event = _unlisted
    on_kinesis_record = _unlisted
    on_dynamodb_record = _unlisted
    on_ws_connect = _unlisted
    on_ws_message = _unlisted
    on_ws_disconnect = _unlisted


class Now:
    request = None


class Api:
    def __init__(self):
        self.cors = False
        self.binary_types = []


class Chalice(Registered):
    def __init__(self, app_name, debug=False, configure_logs=True, env=None):
        self.app_name = app_name
        self.debug = debug
        self.api = Api()
        self.experimental_feature_flags = set()
        self.routes = []
        self.around = []
        self.current_app = self
        muster.created(self)

    @property
    def current_request(self):
        return Now.request

    @property
    def lambda_context(self):
        return muster.unknown("the context of the Lambda function")

    def add(self, path, view, kwargs, at):
        self.routes.append((path, view, kwargs, at))

    def register_blueprint(self, blueprint, name_prefix=None, url_prefix=None):
        muster.mounted(blueprint, self)
        for path, view, kwargs, at in blueprint.deferred:
            if url_prefix is not None:
                path = "/".join([url_prefix.rstrip("/"), path.strip("/")]).rstrip("/")
            self.routes.append((path, view, kwargs, at))
        self.around.extend(blueprint.around)

    def muster_routes(self):
        for path, view, kwargs, at in self.routes:
            authorizer = kwargs.get("authorizer")
            around = list(self.around)
            if authorizer is not None:
                around.append(authorizer.followed if muster.has(authorizer, "followed") else authorizer)
            for method in kwargs.get("methods") or ["GET"]:
                muster.serve(self, method, path, view, self.way(path, view, authorizer, kwargs.get("api_key_required")), at, around)

    def way(self, path, view, authorizer, api_key_required):
        def way():
            uri_params = {name: muster.text("path", name) for name in path_names(path)}
            Now.request = Request(uri_params)
            if api_key_required and muster.stranger("api-key"):
                muster.refuse(403)
            if authorizer is not None:
                authorizer.check()

            def handler(event):
                muster.leave(view, **uri_params)

            for function in reversed(self.around):
                handler = through(function, handler)
            muster.leave(handler, Now.request)

        return way


def through(function, get_response):
    def handler(event):
        muster.leave(function, event, get_response)

    return handler


class Blueprint(Registered):
    def __init__(self, import_name):
        self.import_name = import_name
        self.deferred = []
        self.around = []

    def add(self, path, view, kwargs, at):
        self.deferred.append((path, view, kwargs, at))

    @property
    def current_request(self):
        return Now.request

    @property
    def current_app(self):
        return muster.unknown("the application that the blueprint is registered on")

    @property
    def lambda_context(self):
        return muster.unknown("the context of the Lambda function")
