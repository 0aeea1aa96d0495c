from litestar.security.base import AbstractSecurityConfig
