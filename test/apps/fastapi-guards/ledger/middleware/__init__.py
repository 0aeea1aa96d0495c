from .office import OfficeMiddleware
from .machine import MachineMiddleware
from .state import load_user

__all__ = ["MachineMiddleware", "OfficeMiddleware", "load_user"]
