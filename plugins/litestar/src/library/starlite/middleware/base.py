from litestar.middleware.base import AbstractMiddleware, DefineMiddleware, MiddlewareProtocol
