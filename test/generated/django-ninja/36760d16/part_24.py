from ninja import Router
router_24 = Router()
@router_24.get("/same")
def handle_28(request, **rest):
    return {}
from part_32 import router_32
router_24.add_router("", router_32)
