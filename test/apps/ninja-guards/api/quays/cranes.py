from ninja import Router

from ..keys import MasterToken

router = Router(auth=MasterToken())


@router.get("/list")
def list_cranes(request):
    return []


@router.post("/move", auth=MasterToken())
def move_crane(request):
    return {}
