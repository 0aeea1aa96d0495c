"""Sub-routers."""

from robyn import Request, Response, SubRouter

from .access import Anybody, denied, getter, keeper_of

birds = SubRouter(__file__, prefix="/birds")
nests = SubRouter(__file__, prefix="/nests")
loose = SubRouter(__file__, prefix="/loose")
loose.configure_authentication(Anybody(token_getter=getter()))


@birds.get("/")
def index():
    return []


@birds.before_request("/ringed")
def ringed_only(request: Request):
    if keeper_of(request) is None:
        return denied()
    return request


@birds.before_request("/birds/ringed")
def ringed_full(request: Request):
    if keeper_of(request) is None:
        return denied()
    return request


@birds.get("/ringed")
def ringed():
    return {}


@birds.put("/ringed")
def ring():
    """The function before it is for reading alone."""
    return {}


@birds.get("/:bird_id")
def bird(request: Request, bird_id):
    return {}


@birds.delete("/:bird_id", auth_required=True)
def release(request: Request, bird_id):
    return {}


@nests.post("/:nest_id/eggs", auth_required=True)
def lay(request: Request, nest_id):
    return {}


@nests.get("/files/*path")
def files(request: Request, path):
    return {}


@loose.get("/any", auth_required=True)
def any_token(request: Request):
    return {}


birds.include_router(nests)
