import falcon
import jwt


class AuthBackend:
    """Who calls is what the project's own loader makes of the credential; whom it does not know is answered 401."""

    def __init__(self, user_loader, auth_header_prefix=None):
        self.user_loader = user_loader
        self.auth_header_prefix = auth_header_prefix

    def authenticate(self, req, resp, resource):
        raise NotImplementedError()

    def parse_auth_token_from_request(self, auth_header):
        if not auth_header:
            raise falcon.HTTPUnauthorized()
        return auth_header

    def known(self, user):
        if not user:
            raise falcon.HTTPUnauthorized()
        return user


class TokenAuthBackend(AuthBackend):
    def authenticate(self, req, resp, resource):
        return self.known(self.user_loader(self.parse_auth_token_from_request(req.get_header("Authorization"))))


class BasicAuthBackend(AuthBackend):
    def authenticate(self, req, resp, resource):
        username, password = self.parse_auth_token_from_request(req.get_header("Authorization")).split(":")
        return self.known(self.user_loader(username, password))


class JWTAuthBackend(AuthBackend):
    def __init__(self, user_loader, secret_key, algorithm="HS256", auth_header_prefix="jwt", leeway=0, expiration_delta=86400, audience=None, issuer=None, verify_claims=None, required_claims=None):
        super().__init__(user_loader, auth_header_prefix)
        self.secret_key = secret_key
        self.algorithm = algorithm
        self.audience = audience
        self.issuer = issuer

    def authenticate(self, req, resp, resource):
        token = self.parse_auth_token_from_request(req.get_header("Authorization"))
        try:
            payload = jwt.decode(token, self.secret_key, algorithms=[self.algorithm], audience=self.audience, issuer=self.issuer)
        except jwt.InvalidTokenError:
            raise falcon.HTTPUnauthorized()
        return self.known(self.user_loader(payload))


class NoneAuthBackend(AuthBackend):
    """For everybody."""

    def authenticate(self, req, resp, resource):
        return self.user_loader()


class MultiAuthBackend(AuthBackend):
    """The first that knows the caller."""

    def __init__(self, *backends):
        self.backends = backends

    def authenticate(self, req, resp, resource):
        for backend in self.backends:
            try:
                user = backend.authenticate(req, resp, resource)
                if user:
                    return user
            except falcon.HTTPUnauthorized:
                pass
        raise falcon.HTTPUnauthorized()
