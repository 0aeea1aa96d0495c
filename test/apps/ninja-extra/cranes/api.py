"""Found because it is called as it is."""

from ninja_extra import api_controller, http_get
from ninja_extra.permissions import IsAuthenticated


@api_controller("/cranes", permissions=[IsAuthenticated])
class CraneController:
    @http_get("/")
    def every(self):
        return []


@api_controller("/hidden", auto_import=False)
class HiddenController:
    @http_get("/")
    def every(self):
        return []


@api_controller
class LadderController:
    @http_get("/ladders")
    def every(self):
        return []
