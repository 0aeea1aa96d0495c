from litestar.controller import Controller
from litestar.handlers.http_handlers import get
from litestar.middleware.base import Transparent, TransparentConfig


class PrometheusConfig(TransparentConfig):
    pass


class PrometheusMiddleware(Transparent):
    pass


class PrometheusController(Controller):
    """Serves the metrics to whoever asks."""

    path = "/metrics"

    @get()
    def get(self):
        return None
