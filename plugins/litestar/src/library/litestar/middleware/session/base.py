from litestar.middleware.session import BaseBackendConfig, SessionMiddleware
