from litestar.security.jwt import JWTAuth, JWTAuthenticationMiddleware, JWTCookieAuth, OAuth2Login, OAuth2PasswordBearerAuth, Token
