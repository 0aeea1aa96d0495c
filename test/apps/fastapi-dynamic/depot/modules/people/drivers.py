from fastapi import APIRouter

from depot.access import KEYHOLDERS

router = APIRouter(prefix="/drivers", dependencies=KEYHOLDERS)
PUBLIC = True


@router.get("")
def drivers():
    return []
