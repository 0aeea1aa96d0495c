from litestar.middleware.session import BaseBackendConfig


class CookieBackendConfig(BaseBackendConfig):
    pass


class ClientSideSessionBackend:
    pass
