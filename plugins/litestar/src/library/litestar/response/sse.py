from litestar.response import *
