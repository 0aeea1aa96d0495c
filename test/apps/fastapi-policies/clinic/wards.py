from typing import Annotated, Optional

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi_utils.cbv import cbv


from .policies import Anyone, Gate, HasRole, KeyedRoute, Reading, SignedIn, TimedRoute, all_of, require, with_key
from .tokens import Identity, assigned, by_index, identity, maybe, raises_own, switchable

router = APIRouter(prefix="/wards")
signed_in = SignedIn()
ward_seven = Gate("7")


def answer():
    return {}


TABLE = {
    "jwt": identity,
    "own-error": raises_own,
    "by-index": by_index,
    "assigned": assigned,
    "policy": signed_in,
    "policy-anyone": Anyone(),
    "policy-role": HasRole("doctor"),
    "policy-or": HasRole("doctor") | HasRole("chief"),
    "policy-or-anyone": HasRole("doctor") | Anyone(),
    "policy-and": signed_in & HasRole("chief"),
    "bound-method": ward_seven.check,
    "static-method": Gate.chief,
    "require-any": require("doctor", "nurse"),
    "require-all": require("doctor", "chief", match_all=True),
    "partial": with_key,
    "maybe": maybe,
}
for name, guard in TABLE.items():
    router.add_api_route(f"/{name}", answer, methods=["GET"], dependencies=[Depends(guard)], name=name)

for method in ("GET", "PUT"):
    router.add_api_route("/policy-reading", answer, methods=[method], dependencies=[Depends(Reading() | HasRole("chief"))], name=f"reading_{method}")

router.add_api_route("/class-method", answer, dependencies=[Gate.for_ward("7")])
router.add_api_route("/several", answer, dependencies=all_of(maybe, identity))
router.add_api_route("/several-open", answer, dependencies=all_of(maybe, Anyone()))
router.add_api_route("/switchable", answer, dependencies=[Depends(switchable)])
router.add_api_route("/lambda", lambda who=Depends(identity): who.name)


@router.get("/uncached")
async def uncached(who: Annotated[Identity, Depends(identity, use_cache=False)]):
    return who.name


async def ensure(request: Request, *roles: str) -> Identity:
    who = raises_own(request)
    if roles and not set(roles) & set(who.roles):
        raise HTTPException(status_code=403)
    return who


@router.get("/ensured")
async def ensured(request: Request):
    who = await ensure(request, "doctor")
    return who.name


@router.delete("/ensured-too-late/{patient}")
async def ensured_too_late(patient: int, request: Request):
    """The check comes before the answer; what comes before the check has happened. It is a guard all the same."""
    who = await ensure(request)
    return {"by": who.name, "patient": patient}


@router.get("/chief-or-self/{name}")
def chief_or_self(name: str, who: Optional[Identity] = Depends(maybe)):
    if not (who and (who.is_chief or who.name == name)):
        raise HTTPException(status_code=403)
    return name


@router.get("/falls-through")
def falls_through(who: Optional[Identity] = Depends(maybe)):
    if who:
        if not who.is_chief:
            raise HTTPException(status_code=403)
    return {}


@router.get("/inverted")
def inverted(who: Optional[Identity] = Depends(maybe)):
    allowed = who is not None
    if allowed:
        return who.name
    raise HTTPException(status_code=401)


@router.get("/in-finally")
def in_finally(request: Request):
    try:
        who = raises_own(request)
    finally:
        request.state.asked = True
    return who.name


@router.get("/default-on-error")
def default_on_error(request: Request):
    try:
        who = raises_own(request).name
    except Exception:
        who = "stranger"
    return who


@router.get("/reraised")
def reraised(request: Request):
    try:
        return raises_own(request).name
    except Exception as error:
        raise HTTPException(status_code=401) from error


@router.get("/asserted")
def asserted(who: Optional[Identity] = Depends(maybe)):
    return {"a", who.name if who is not None else _refuse()}


def _refuse():
    raise HTTPException(status_code=401)


keyed = APIRouter(prefix="/keyed", route_class=KeyedRoute)
timed = APIRouter(prefix="/timed", route_class=TimedRoute)


@keyed.get("/record")
def keyed_record():
    return {}


@timed.get("/record")
def timed_record():
    return {}


class Base:
    who: Identity = Depends(identity)


views = APIRouter(prefix="/views")


@cbv(views)
class Beds(Base):
    ward: str = "7"

    @views.get("/beds")
    def beds(self):
        return [self.who.name]

    @views.post("/beds/{bed}/free", dependencies=[Depends(Gate.chief)])
    def free(self, bed: int):
        return bed
