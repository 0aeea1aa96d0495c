from ninja.security.base import AuthBase


class HttpAuthBase(AuthBase):
    openapi_type = "http"


class HttpBearer(HttpAuthBase):
    openapi_scheme = "bearer"
    header = "Authorization"

    def __call__(self, request):
        value = request.headers.get(self.header)
        if not value:
            return None
        parts = value.split(" ")
        if parts[0].lower() != self.openapi_scheme:
            return None
        return self.authenticate(request, parts[1])

    def authenticate(self, request, token):
        return None


class HttpBasicAuth(HttpAuthBase):
    openapi_scheme = "basic"
    header = "Authorization"

    def __call__(self, request):
        value = request.headers.get(self.header)
        if not value:
            return None
        parts = self.decode_authorization(value)
        return self.authenticate(request, parts[0], parts[1])

    def decode_authorization(self, value):
        return value.split(" ")[1].split(":")

    def authenticate(self, request, username, password):
        return None
