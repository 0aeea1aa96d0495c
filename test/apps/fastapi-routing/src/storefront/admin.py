from fastapi import APIRouter
from fastapi.responses import RedirectResponse

try:
    from shop_audit import audit_router  # an add-on that most do not have
except ImportError:
    audit_router = None

router = APIRouter()


@router.get("")
def home():
    return RedirectResponse("/admin/users")


@router.get("/users")
def users():
    return []


@router.delete("/users/{user_id}")
def delete_user(user_id: int):
    return {}


if audit_router is not None:
    router.include_router(audit_router, prefix="/audit")
