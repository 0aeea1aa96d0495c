"""A package without `__init__`."""

from fastapi import APIRouter

router = APIRouter(prefix="/bays")


@router.get("")
def bays():
    return []
