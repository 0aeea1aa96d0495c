from litestar.middleware.session import BaseBackendConfig


class ServerSideSessionConfig(BaseBackendConfig):
    pass


class ServerSideSessionBackend:
    pass
