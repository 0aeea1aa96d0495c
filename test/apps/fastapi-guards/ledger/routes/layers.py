"""Guards on routers and where they are included."""

from fastapi import APIRouter, Depends

from ..auth import by_key_header, get_current_user, require_role
from ..lookalikes import get_session

guarded = APIRouter(prefix="/guarded", dependencies=[Depends(get_current_user)])
inner = APIRouter(prefix="/inner")
included = APIRouter(prefix="/included")
twice = APIRouter(prefix="/twice")
outer = APIRouter(prefix="/layers")
noise = APIRouter(prefix="/noise", dependencies=[Depends(get_session)])


@guarded.get("")
def read():
    return []


@inner.delete("/{entry_id}")
def delete(entry_id: int):
    return entry_id


@included.get("")
def read_included():
    return []


@twice.post("")
def post_twice():
    return {}


@noise.post("")
def post_noise():
    return {}


@outer.get("/open")
def open_beside():
    return {}


guarded.include_router(inner)
outer.include_router(guarded)
outer.include_router(included, dependencies=[Depends(by_key_header)])
outer.include_router(twice, prefix="/open")
outer.include_router(twice, prefix="/closed", dependencies=[Depends(require_role("auditor"))])
outer.include_router(noise)


# Declared on a router after its own include: the guard of the include holds for it all the same.
def register_late() -> None:
    late = APIRouter(prefix="/late")

    @late.get("/first")
    def first():
        return {}

    outer.include_router(late, dependencies=[Depends(get_current_user)])


register_late()
