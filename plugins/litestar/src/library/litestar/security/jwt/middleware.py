from litestar.exceptions import NotAuthorizedException
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.security.jwt.token import Token


class JWTAuthenticationMiddleware(AbstractAuthenticationMiddleware):
    def __init__(self, app, retrieve_user_handler=None, exclude=None, exclude_opt_key="exclude_from_auth", exclude_http_methods=None, scopes=None, auth_header="Authorization", auth_cookie_key="token", token_cls=Token, token_secret=None, algorithm=None, revoked_token_handler=None, **further):
        super().__init__(app=app, exclude=exclude, exclude_from_auth_key=exclude_opt_key, exclude_http_methods=exclude_http_methods, scopes=scopes)
        self.retrieve_user_handler = retrieve_user_handler
        self.revoked_token_handler = revoked_token_handler
        self.auth_header = auth_header
        self.auth_cookie_key = auth_cookie_key
        self.token_cls = token_cls
        self.token_secret = token_secret
        self.algorithm = algorithm

    async def authenticate_request(self, connection):
        header = connection.headers.get(self.auth_header)
        if not header:
            raise NotAuthorizedException("No JWT token found in request header")
        return await self.authenticate_token(encoded_token=header, connection=connection)

    async def authenticate_token(self, encoded_token, connection):
        token = self.token_cls.decode(encoded_token=encoded_token, secret=self.token_secret, algorithm=self.algorithm)
        user = await self.retrieve_user_handler(token, connection)
        revoked = False
        if self.revoked_token_handler:
            revoked = await self.revoked_token_handler(token, connection)
        if not user or revoked:
            raise NotAuthorizedException()
        return AuthenticationResult(user=user, auth=token)


class JWTCookieAuthenticationMiddleware(JWTAuthenticationMiddleware):
    async def authenticate_request(self, connection):
        encoded = connection.headers.get(self.auth_header) or connection.cookies.get(self.auth_cookie_key)
        if not encoded:
            raise NotAuthorizedException("No JWT token found in request header or cookies")
        return await self.authenticate_token(encoded_token=encoded, connection=connection)
