from ninja import Router

from ..keys import HarbourKey, MasterToken
from .berths import router as berths
from .cranes import router as cranes

# Who comes by the key need not come by the token.
router = Router(auth=HarbourKey())


@router.get("")
def list_quays(request):
    return []


@router.post("/close", auth=MasterToken())
def close_quays(request):
    return None


router.add_router("berths", berths)
router.add_router("cranes", cranes)
