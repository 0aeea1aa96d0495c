from ninja import Router
router_3 = Router()
from part_15 import router_15
router_3.add_router("", router_15)
@router_3.post("/same")
def handle_18(request, **rest):
    return {}
