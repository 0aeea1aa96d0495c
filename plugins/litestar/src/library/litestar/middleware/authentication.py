from litestar.middleware.base import should_bypass
from muster_litestar import connection


class AuthenticationResult:
    def __init__(self, user, auth):
        self.user = user
        self.auth = auth


class AbstractAuthenticationMiddleware:
    """Sets who calls, for all requests but those that are excluded by path, method or an option of the handler."""

    def __init__(self, app, exclude=None, exclude_from_auth_key="exclude_from_auth", exclude_http_methods=None, scopes=None, **further):
        self.app = app
        self.exclude = exclude
        self.exclude_opt_key = exclude_from_auth_key
        self.exclude_http_methods = ("OPTIONS",) if exclude_http_methods is None else exclude_http_methods
        self.scopes = scopes or ("http", "websocket")

    async def __call__(self, scope, receive, send):
        if not should_bypass(self.scopes, self.exclude, self.exclude_opt_key, self.exclude_http_methods):
            result = await self.authenticate_request(connection())
            scope["user"] = result.user
            scope["auth"] = result.auth
        await self.app(scope, receive, send)

    async def authenticate_request(self, connection):
        raise NotImplementedError
