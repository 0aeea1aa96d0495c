from litestar.middleware.base import Transparent, TransparentConfig


class AllowedHostsConfig(TransparentConfig):
    pass


class AllowedHostsMiddleware(Transparent):
    pass
