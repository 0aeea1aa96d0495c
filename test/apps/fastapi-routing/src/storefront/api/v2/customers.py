from fastapi import APIRouter

router = APIRouter()


@router.get("/customers")
def customers():
    return []


@router.get("/customers/{customer_id}/orders/{order_id}")
def customer_order(customer_id: int, order_id: int):
    return {}
