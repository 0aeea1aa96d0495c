from litestar.middleware.base import Transparent, TransparentConfig


class CORSConfig(TransparentConfig):
    pass


class CORSMiddleware(Transparent):
    pass
