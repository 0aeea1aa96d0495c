from litestar.exceptions import *
