"""Decorators below the route run, those above it never do."""

from fastapi import APIRouter, Request

from ..decorators import Guarded, login_page, roles, signed_in, timed

router = APIRouter(prefix="/decorated")


@router.get("/below")
@signed_in
async def below(request: Request):
    return {}


@signed_in
@router.get("/above")
async def above(request: Request):
    return {}


@router.delete("/below-arguments/{entry_id}")
@roles("admin", status_code=401)
def below_arguments(entry_id: int, request: Request):
    return entry_id


@roles("admin")
@router.delete("/above-arguments/{entry_id}")
def above_arguments(entry_id: int, request: Request):
    return entry_id


@router.get("/redirect")
@login_page()
def redirect(request: Request):
    return {}


@router.get("/class")
@Guarded("admin")
def by_class(request: Request):
    return {}


@router.get("/two")
@timed
@Guarded("auditor")
def two(request: Request):
    return {}


@router.get("/timed")
@timed
def only_timed(request: Request):
    return {}


@router.get("/between")
@signed_in
@router.get("/beneath")
async def between(request: Request):
    """Two routes, one handler: `/beneath` was registered before the guard was put around it."""
    return {}
