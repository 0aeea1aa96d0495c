from ninja.natives import credential
from ninja.security.base import AuthBase


class HttpAuthBase(AuthBase):
    openapi_type = "http"


class HttpBearer(HttpAuthBase):
    """Who sends no token is refused before anything is asked; what a stranger sends is a token that nobody issued."""

    openapi_scheme = "bearer"
    header = "Authorization"

    def __call__(self, request):
        return self.authenticate(request, credential("bearer", self.header))

    def authenticate(self, request, token):
        return None


class HttpBasicAuth(HttpAuthBase):
    openapi_scheme = "basic"
    header = "Authorization"

    def __call__(self, request):
        return self.authenticate(request, credential("basic", self.header), credential("basic", self.header))

    def authenticate(self, request, username, password):
        return None
