from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends

from ...schemas import Product
from ...security import require_staff

if TYPE_CHECKING:
    from .orders import router as orders_router  # noqa: F401

router = APIRouter(prefix="/items", tags=["items"])


@router.get("/")
def list_items():
    return []


@router.get("/{item_id}")
def read_item(item_id: int):
    return {"id": item_id}


@router.post("/", dependencies=[Depends(require_staff)])
def create_item(product: Product):
    return product


@router.delete("/{item_id}")
def delete_item(item_id: int, by: str = Depends(require_staff)):
    return by
