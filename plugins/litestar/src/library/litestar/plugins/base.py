from litestar.plugins import *
