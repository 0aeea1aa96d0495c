from litestar.exceptions import NotAuthorizedException
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult


class SessionAuthMiddleware(AbstractAuthenticationMiddleware):
    def __init__(self, app, exclude=None, exclude_opt_key="exclude_from_auth", exclude_http_methods=None, scopes=None, retrieve_user_handler=None, **further):
        super().__init__(app=app, exclude=exclude, exclude_from_auth_key=exclude_opt_key, exclude_http_methods=exclude_http_methods, scopes=scopes)
        self.retrieve_user_handler = retrieve_user_handler

    async def authenticate_request(self, connection):
        if not connection.session:
            raise NotAuthorizedException("no session data found")
        user = await self.retrieve_user_handler(connection.session, connection)
        if not user:
            raise NotAuthorizedException("no user correlating to session found")
        return AuthenticationResult(user=user, auth=connection.session)
