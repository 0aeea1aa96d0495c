from litestar.config.app import AppConfig
from litestar.openapi.config import OpenAPIConfig
