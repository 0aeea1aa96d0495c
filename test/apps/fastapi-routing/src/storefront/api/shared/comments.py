"""Mounted below products and below reviews."""

from fastapi import APIRouter

router = APIRouter(prefix="/comments")


@router.get("")
def list_comments():
    return []


@router.post("/{comment_id}/flag")
def flag(comment_id: int):
    return {}
