from fastapi import APIRouter

router = APIRouter(prefix="/drafts")


@router.get("/never-mounted")
def draft():
    return {}
