from litestar.security.jwt import *
