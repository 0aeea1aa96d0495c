from muster import given
from ninja.natives import credential
from ninja.security.base import AuthBase


class APIKeyBase(AuthBase):
    openapi_type = "apiKey"
    param_name = "key"

    def __init__(self):
        super().__init__()

    def __call__(self, request):
        # Whether a key is sent at all is the caller's choice.
        if given("query"):
            return self.authenticate(request, self._get_key(request))
        return self.authenticate(request, None)

    def authenticate(self, request, key):
        return None


class APIKeyQuery(APIKeyBase):
    openapi_in = "query"

    def _get_key(self, request):
        return credential("query", self.param_name)


class APIKeyCookie(APIKeyBase):
    openapi_in = "cookie"

    def __init__(self, csrf=True):
        super().__init__()
        self.csrf = csrf

    def _get_key(self, request):
        return credential("cookie", self.param_name)


class APIKeyHeader(APIKeyBase):
    openapi_in = "header"

    def _get_key(self, request):
        return credential("header", self.param_name)
