from litestar.app import Litestar as Starlite
