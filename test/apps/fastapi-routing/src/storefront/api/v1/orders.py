from fastapi import APIRouter, Depends

from storefront.schemas import Order
from storefront.security import require_staff

lines = APIRouter(prefix="/{order_id}/lines")
router = APIRouter(prefix="/orders", dependencies=[Depends(require_staff)])
receipts = APIRouter()


@lines.get("")
def list_lines(order_id: int):
    return []


@lines.delete("/{line_id}")
def delete_line(order_id: int, line_id: int):
    return {}


@receipts.get("/receipt")
def receipt(order_id: int):
    return {}


@router.post("")
def create_order(order: Order):
    return order


# Nested twice, once below a prefix of its own.
lines.include_router(receipts, prefix="/{line_id}")
router.include_router(lines)
router.include_router(receipts, prefix="/{order_id}", include_in_schema=False)
