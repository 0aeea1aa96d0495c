from .class_views import controller, view
from .crud import crud_router
from .secured import PartnerRouter, SecuredRouter

__all__ = ["PartnerRouter", "SecuredRouter", "controller", "crud_router", "view"]
