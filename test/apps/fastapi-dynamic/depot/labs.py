from fastapi import APIRouter

router = APIRouter()


@router.post("/mix")
def mix():
    return {}
