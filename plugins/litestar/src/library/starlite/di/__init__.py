from litestar.di import Provide
