"""What the interface asks for holds here, unless a route says otherwise; routers in routers."""

from ninja import Query, Router, Schema

from .keys import HarbourKey, MasterToken, OptionalKey, by_name, by_session, by_staff

router = Router(tags=["boats"])
crews = Router()
logs = Router(auth=HarbourKey())


class BoatIn(Schema):
    name: str
    length: int


@router.get("/")
def list_boats(request):
    return []


@router.post("/", auth=None)
def announce_boat(request, boat: BoatIn):
    return {"id": 1}


@router.get("/{boat_id}")
def get_boat(request, boat_id: int):
    return {}


@router.put("/{boat_id}", auth=[HarbourKey(), MasterToken()])
def replace_boat(request, boat_id: int, boat: BoatIn):
    return {}


@router.api_operation(["PATCH", "DELETE"], "/{boat_id}", auth=by_staff)
def change_boat(request, boat_id: int):
    return {}


@router.get("/{boat_id}/owner", auth=by_session)
def owner(request, boat_id: int):
    return {}


@router.get("/{boat_id}/name", auth=by_name)
def boat_name(request, boat_id: int):
    return {}


@router.get("/{boat_id}/position", auth=[MasterToken(), by_name])
def position(request, boat_id: int):
    return {}


@router.get("/{boat_id}/flag", auth=OptionalKey())
def flag(request, boat_id: int, size: int = Query(1)):
    return {}


@crews.get("")
def list_crew(request, boat_id: int):
    return []


@crews.delete("/{member}")
def dismiss(request, boat_id: int, member: str):
    return None


@logs.get("/today")
def today(request, boat_id: int):
    return []


@logs.get("/open", auth=None)
def open_log(request, boat_id: int):
    return []


router.add_router("/{boat_id}/crew", crews)
crews.add_router("logs", logs)
