"""Open, whatever it looks like."""

from fastapi import APIRouter, Depends

from .. import lookalikes
from ..lookalikes import SessionDep
from ..schemas import Entry, UserCreate

router = APIRouter(prefix="/lookalikes")


@router.post("/body")
def create_user(user: UserCreate, session: SessionDep):
    session.add(user)
    return {"name": user.name}


@router.post("/session")
def create_entry(entry: Entry, session=Depends(lookalikes.get_session)):
    session.add(entry)
    return entry


def answer():
    return {}


for name in (
    "forgets_to_raise",
    "returns_the_error",
    "returns_none",
    "swallows",
    "swallows_all",
    "guests_only",
    "ban_list",
    "only_for_wrong_tokens",
    "checks_after_the_fact",
    "never_on",
    "require_json",
):
    router.add_api_route(f"/{name}", answer, methods=["POST"], dependencies=[Depends(getattr(lookalikes, name))], name=name)
