from http import HTTPStatus

from fastapi import APIRouter

router = APIRouter()


@router.get("/crates", status_code=HTTPStatus.OK)
def crates():
    return []


@router.post("/crates/{code}:open")
def open_crate(code: str):
    return code
