from ninja import Router
router_32 = Router()
@router_32.patch("/same")
def handle_34(request, **rest):
    return {}
