from litestar.handlers import *
