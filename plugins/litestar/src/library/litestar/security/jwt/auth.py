from litestar.middleware.base import DefineMiddleware
from litestar.response import Response
from litestar.security.base import AbstractSecurityConfig
from litestar.security.jwt.middleware import JWTAuthenticationMiddleware, JWTCookieAuthenticationMiddleware
from litestar.security.jwt.token import Token
from muster import unknown


class BaseJWTAuth(AbstractSecurityConfig):
    authentication_middleware_class = JWTAuthenticationMiddleware

    @property
    def middleware(self):
        return DefineMiddleware(
            self.authentication_middleware_class,
            retrieve_user_handler=self.retrieve_user_handler,
            exclude=self.exclude,
            exclude_opt_key=self.exclude_opt_key,
            exclude_http_methods=self.exclude_http_methods,
            scopes=self.scopes,
            auth_header=self.further.get("auth_header", "Authorization"),
            auth_cookie_key=self.further.get("key", "token"),
            token_cls=self.further.get("token_cls", Token),
            token_secret=self.further.get("token_secret"),
            algorithm=self.further.get("algorithm", "HS256"),
            revoked_token_handler=self.further.get("revoked_token_handler"),
        )

    @property
    def openapi_components(self):
        return unknown("security schemes of the document")

    @property
    def security_requirement(self):
        return {}

    def login(self, identifier, **further):
        return Response()

    def create_token(self, identifier, **further):
        return unknown("an encoded token")


class JWTAuth(BaseJWTAuth):
    pass


class JWTCookieAuth(BaseJWTAuth):
    authentication_middleware_class = JWTCookieAuthenticationMiddleware


class OAuth2PasswordBearerAuth(BaseJWTAuth):
    authentication_middleware_class = JWTCookieAuthenticationMiddleware


class OAuth2Login:
    def __init__(self, access_token=None, token_type=None, expires_in=None, refresh_token=None):
        self.access_token = access_token
