from ninja import Router
router_7 = Router()
@router_7.get("/same")
def handle_8(request, **rest):
    return {}
