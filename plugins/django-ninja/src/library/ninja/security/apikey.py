from ninja.natives import api_key
from ninja.security.base import AuthBase


class APIKeyBase(AuthBase):
    openapi_type = "apiKey"
    param_name = "key"

    def __init__(self):
        super().__init__()

    def __call__(self, request):
        return self.authenticate(request, self._get_key(request))

    def authenticate(self, request, key):
        return None


class APIKeyQuery(APIKeyBase):
    openapi_in = "query"

    def _get_key(self, request):
        return api_key("query", self.param_name)


class APIKeyCookie(APIKeyBase):
    openapi_in = "cookie"

    def __init__(self, csrf=True):
        super().__init__()
        self.csrf = csrf

    def _get_key(self, request):
        return api_key("cookie", self.param_name)


class APIKeyHeader(APIKeyBase):
    openapi_in = "header"

    def _get_key(self, request):
        return api_key("header", self.param_name)
