"""The application."""

import functools

from robyn import Headers, Request, Response, Robyn

from .access import Keepers, denied, getter, keeper_of
from .birds import birds, loose

app = Robyn(__file__)
app.configure_authentication(Keepers(token_getter=getter()))


def signed_in(handler):
    @functools.wraps(handler)
    def wrapper(request: Request):
        if not keeper_of(request):
            return Response(403, Headers({}), "no")
        return handler(request)

    return wrapper


@app.before_request()
def house(request: Request):
    if request.url.path.startswith("/house") and request.url.path != "/house/hours":
        if keeper_of(request) is None:
            return denied()
    return request


@app.before_request()
def note(request: Request):
    """Looks, and lets everybody on."""
    keeper_of(request)
    return request


@app.get("/", const=True)
def index():
    return "aviary"


@app.get("/public")
async def public(request: Request):
    return {}


@app.get("/private", auth_required=True)
async def private(request: Request):
    return {}


@app.post("/private")
def private_post(request: Request):
    """Another method, another route: it asks for nothing."""
    return {}


@app.get("/house/keys")
def keys(request: Request):
    return {}


@app.post("/house/keys")
def cut_key(request: Request):
    return {}


@app.get("/house/hours")
def hours():
    return {}


@app.patch("/decorated")
@signed_in
def decorated(request: Request):
    return {}


@app.get("/inline")
def inline(request: Request):
    if keeper_of(request) is None:
        return {"error": "no"}, Headers({}), 401
    return {}


@app.put("/inline")
def inline_response(request: Request):
    if request.headers.get("x-key") != "key":
        return denied()
    return {}


@app.delete("/inline")
def inline_ignored(request: Request):
    """The answer is made, and not returned."""
    if keeper_of(request) is None:
        denied()
    return {}


for name in ("robin", "wren"):

    @app.get(f"/song/{name}")
    def song():
        return {}


app.add_route("POST", "/added", lambda request: {}, auth_required=True)
app.include_router(birds)
app.include_router(loose)
app.serve_directory(route="/pictures", directory_path="aviary", index_file=None)

if __name__ == "__main__":
    app.start(port=8080)
