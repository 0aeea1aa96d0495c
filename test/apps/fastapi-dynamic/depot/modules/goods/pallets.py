from fastapi import APIRouter
from fastapi.routing import APIRoute

from ...access import KEYHOLDERS


async def list_pallets():
    return []


async def drop_pallet(number: int):
    return number


router = APIRouter(
    prefix="/pallets",
    routes=[APIRoute("/pallets-by-list", list_pallets, methods=["GET"])],
)
router.add_api_route("", list_pallets)
router.add_api_route("/{number}", drop_pallet, methods=["DELETE"], dependencies=KEYHOLDERS)
