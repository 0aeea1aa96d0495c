from litestar.middleware.base import Transparent, TransparentConfig
from litestar.plugins import InitPluginProtocol


class OpenTelemetryConfig(TransparentConfig):
    pass


class OpenTelemetryInstrumentationMiddleware(Transparent):
    pass


class OpenTelemetryPlugin(InitPluginProtocol):
    def __init__(self, config=None):
        self.config = config
