from .catalogue import *
from .customers import router as customers
from .stock import stock_router

__all__ = ["catalogue_router", "customers", "stock_router"]
