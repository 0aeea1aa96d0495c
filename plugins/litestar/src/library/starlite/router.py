from litestar.router import Router
