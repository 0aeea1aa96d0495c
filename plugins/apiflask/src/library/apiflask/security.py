"""Flask-HTTPAuth's classes, with what APIFlask answers to those who are turned away."""

from flask_httpauth import HTTPBasicAuth as BaseHTTPBasicAuth
from flask_httpauth import HTTPTokenAuth as BaseHTTPTokenAuth
from flask_httpauth import MultiAuth as BaseMultiAuth
from muster import text

from .exceptions import HTTPError


class _AuthBase:
    def __init__(self, description=None, security_scheme_name=None):
        self.description = description
        self.security_scheme_name = security_scheme_name
        self.error_handler(self._auth_error_handler)

    @staticmethod
    def _auth_error_handler(status_code):
        return "", status_code

    def error_processor(self, f):
        self.error_handler(lambda status_code: f(HTTPError(status_code)))
        return f

    @property
    def current_user(self):
        return super().current_user()


class HTTPBasicAuth(_AuthBase, BaseHTTPBasicAuth):
    def __init__(self, name="BasicAuth", scheme="Basic", realm=None, description=None, security_scheme_name=None):
        BaseHTTPBasicAuth.__init__(self, scheme=scheme, realm=realm)
        _AuthBase.__init__(self, description=description, security_scheme_name=security_scheme_name)
        self.name = security_scheme_name or name


class HTTPTokenAuth(_AuthBase, BaseHTTPTokenAuth):
    def __init__(self, name="BearerAuth", scheme="Bearer", realm=None, header=None, description=None, security_scheme_name=None):
        BaseHTTPTokenAuth.__init__(self, scheme=scheme, realm=realm, header=header)
        _AuthBase.__init__(self, description=description, security_scheme_name=security_scheme_name)
        self.name = security_scheme_name or name


class _BaseAPIKeyAuth(_AuthBase, BaseHTTPTokenAuth):
    def __init__(self, name="ApiKeyAuth", scheme="ApiKey", realm=None, param_name="X-API-Key", description=None, security_scheme_name=None, header=None):
        BaseHTTPTokenAuth.__init__(self, scheme=scheme, realm=realm, header=header or param_name)
        _AuthBase.__init__(self, description=description, security_scheme_name=security_scheme_name)
        self.name = security_scheme_name or name
        self.param_name = header or param_name


class APIKeyHeaderAuth(_BaseAPIKeyAuth):
    pass


class HTTPAPIKeyAuth(APIKeyHeaderAuth):
    """Of APIFlask 2."""


class APIKeyCookieAuth(_BaseAPIKeyAuth):
    def authenticate(self, auth, stored_password):
        if self.verify_token_callback:
            return self.verify_token_callback(text("cookie", self.param_name))
        return False


class APIKeyQueryAuth(_BaseAPIKeyAuth):
    def authenticate(self, auth, stored_password):
        if self.verify_token_callback:
            return self.verify_token_callback(text("query", self.param_name))
        return False


class MultiAuth(BaseMultiAuth):
    @property
    def current_user(self):
        return self.main_auth.current_user
