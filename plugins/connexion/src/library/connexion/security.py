"""How the requirements of a specification are checked: by functions that it names."""

from muster import imported, stranger, text, unknown
from muster_connexion import argument_names

from .exceptions import OAuthProblem, OAuthResponseProblem, OAuthScopeProblem

NO_VALUE = None


class AbstractSecurityHandler:
    required_scopes_kw = "required_scopes"
    request_kw = "request"
    security_definition_key = None
    environ_key = None

    def get_fn(self, security_scheme, required_scopes):
        function = self._resolve_func(security_scheme)
        if function is None:
            return None
        return self._get_verify_func(function)

    def _resolve_func(self, security_scheme):
        name = security_scheme.get(self.security_definition_key)
        if name:
            return imported(name)
        return None

    def _generic_check(self, function, message):
        accepted = argument_names(function)

        def wrapper(request, *args, required_scopes=None):
            kwargs = {}
            if accepted["all"] or self.required_scopes_kw in accepted["names"]:
                kwargs[self.required_scopes_kw] = required_scopes
            if accepted["all"] or self.request_kw in accepted["names"]:
                kwargs[self.request_kw] = request
            info = function(*args, **kwargs)
            if info is None:
                raise OAuthResponseProblem(message)
            return info

        return wrapper

    def _get_verify_func(self, function):
        return self._generic_check(function, "Provided authorization is not valid")

    @staticmethod
    def get_auth_header_value(request):
        header = text("header", "authorization")
        return header, header


class BasicSecurityHandler(AbstractSecurityHandler):
    security_definition_key = "x-basicInfoFunc"
    environ_key = "BASICINFO_FUNC"

    def _get_verify_func(self, function):
        check = self._generic_check(function, "Provided authorization is not valid")

        def wrapper(request):
            header = text("header", "authorization")
            if not header:
                return None
            username, password = header.split(":")
            return check(request, username, password)

        return wrapper


class BearerSecurityHandler(AbstractSecurityHandler):
    security_definition_key = "x-bearerInfoFunc"
    environ_key = "BEARERINFO_FUNC"

    def _get_verify_func(self, function):
        check = self._generic_check(function, "Provided token is not valid")

        def wrapper(request):
            return check(request, text("header", "authorization"))

        return wrapper


class ApiKeySecurityHandler(AbstractSecurityHandler):
    security_definition_key = "x-apikeyInfoFunc"
    environ_key = "APIKEYINFO_FUNC"

    def get_fn(self, security_scheme, required_scopes):
        function = self._resolve_func(security_scheme)
        if function is None:
            return None
        return self._get_verify_func(function, security_scheme.get("in"), security_scheme.get("name"), required_scopes)

    def _get_verify_func(self, function, place, name, required_scopes):
        check = self._generic_check(function, "Provided apikey is not valid")

        def wrapper(request):
            return check(request, text(place, name), required_scopes=required_scopes)

        return wrapper


class OAuthSecurityHandler(AbstractSecurityHandler):
    security_definition_key = "x-tokenInfoFunc"
    environ_key = "TOKENINFO_FUNC"

    def get_fn(self, security_scheme, required_scopes):
        function = self._resolve_func(security_scheme)
        if function is None:
            if not security_scheme.get("x-tokenInfoUrl"):
                return None
            function = _asked_remotely
        name = security_scheme.get("x-scopeValidateFunc")
        return self._get_verify_func(function, imported(name) if name else self.validate_scope, required_scopes)

    @staticmethod
    def validate_scope(required_scopes, token_scopes):
        if not required_scopes:
            return True
        return set(required_scopes) <= set(token_scopes)

    def _get_verify_func(self, function, validate, required_scopes):
        check = self._generic_check(function, "Provided token is not valid")

        def wrapper(request):
            info = check(request, text("header", "authorization"), required_scopes=required_scopes)
            if not validate(required_scopes, info.get("scope", info.get("scopes", ""))):
                raise OAuthScopeProblem()
            return info

        return wrapper


def _asked_remotely(token):
    """The authorisation server answers with the claims of a token that it issued."""
    if stranger("oauth2"):
        return None
    return unknown("what the authorisation server says of the token")


SECURITY_HANDLERS = {"basic": BasicSecurityHandler, "apiKey": ApiKeySecurityHandler, "oauth2": OAuthSecurityHandler, "bearer": BearerSecurityHandler}


def requirements_of(operation, schemes, security_map):
    """Alternatives, each of checks that must all pass. One without its function is left out, as Connexion does."""
    handlers = dict(SECURITY_HANDLERS)
    handlers.update(security_map or {})
    found = []
    for requirement in operation.security or ():
        checks = []
        for name, scopes in requirement.items():
            scheme = schemes.get(name)
            checks.append(_check_of(scheme, scopes, handlers))
        found.append(checks)
    return found


def _check_of(scheme, scopes, handlers):
    if scheme is None:
        return _undecided("the specification has no security scheme of this name")
    kind = scheme.get("type")
    if kind == "http":
        kind = scheme.get("scheme", "").lower()
    elif kind == "apiKey" and scheme.get("x-authentication-scheme", "").lower() == "bearer":
        kind = "bearer"
    handler = handlers.get(kind)
    check = None if handler is None else handler().get_fn(scheme, scopes)
    if check is None:
        return _undecided("the security scheme names no function, and one may be named in the environment")
    return check


def _undecided(reason):
    def check(request):
        return unknown(reason)

    return check


def verify(requirements, request):
    """The first alternative that passes says who calls."""
    for checks in requirements:
        info = _passed(checks, request)
        if info is not None:
            return info
    raise OAuthProblem("No authorization token provided")


def _passed(checks, request):
    info = {}
    try:
        for check in checks:
            info = check(request)
            if info is None:
                return None
    except Exception:
        return None
    return info
