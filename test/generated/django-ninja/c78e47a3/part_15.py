from ninja import Router
router_15 = Router()
@router_15.get("/same")
def handle_16(request, **rest):
    return {}
