from litestar.middleware.base import DefineMiddleware
from litestar.security.base import AbstractSecurityConfig
from litestar.security.session_auth.middleware import SessionAuthMiddleware


class SessionAuth(AbstractSecurityConfig):
    authentication_middleware_class = SessionAuthMiddleware

    @property
    def middleware(self):
        return DefineMiddleware(
            self.authentication_middleware_class,
            retrieve_user_handler=self.retrieve_user_handler,
            exclude=self.exclude,
            exclude_opt_key=self.exclude_opt_key,
            exclude_http_methods=self.exclude_http_methods,
            scopes=self.scopes,
        )

    @property
    def openapi_components(self):
        return None

    @property
    def security_requirement(self):
        return {}
