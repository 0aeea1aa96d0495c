from litestar.middleware.base import Transparent, TransparentConfig


class CompressionConfig(TransparentConfig):
    pass


class CompressionMiddleware(Transparent):
    pass
