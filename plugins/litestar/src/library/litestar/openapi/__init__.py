from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.controller import OpenAPIController
