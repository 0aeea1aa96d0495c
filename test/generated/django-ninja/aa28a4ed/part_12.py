from ninja import Router
router_12 = Router()
@router_12.delete("/same")
def handle_14(request, **rest):
    return {}
