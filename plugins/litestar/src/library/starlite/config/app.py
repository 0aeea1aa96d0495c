from litestar.config.app import AppConfig
