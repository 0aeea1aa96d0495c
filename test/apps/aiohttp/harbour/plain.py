"""Functions that are registered one by one."""
import functools

from aiohttp import web

from .auth import signed_in


async def hello(request):
    return web.json_response({"harbour": "open"})


async def ship(request):
    return web.json_response({"ship": request.match_info["ship_id"]})


async def change(request):
    return web.json_response({"changed": request.match_info.get("ship_id")})


async def greet(greeting, request):
    return web.Response(text=greeting)


@signed_in
async def manifest(request):
    return web.json_response({"manifest": []})


async def inline(request):
    user = request.get("user")
    if user is None:
        return web.json_response({"error": "who are you?"}, status=401)
    return web.json_response(user)


async def raised(request):
    if not request.get("user"):
        raise web.HTTPForbidden(text="no")
    return web.Response()


async def bad_request(request):
    """Validation is no guard."""
    if "size" not in request.query:
        raise web.HTTPBadRequest()
    return web.Response()


async def greets_whoever(request):
    user = request.get("user")
    return web.json_response({"hello": user["name"] if user else "stranger"})


async def socket(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    await ws.close()
    return ws


@signed_in
async def guarded_socket(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    await ws.close()
    return ws


def register(app):
    router = app.router
    router.add_get("/ships/{ship_id}", ship, name="ship")
    router.add_put(r"/ships/{ship_id:\d+}", change, name="change-ship")
    router.add_post("/ships", change)
    router.add_patch("/ships/{ship_id}/name", signed_in(change))
    router.add_delete("/ships/{ship_id}", signed_in(change))
    router.add_head("/ships", hello)
    router.add_options("/ships", hello)
    router.add_get("/no-head", hello, allow_head=False)
    router.add_route("*", "/any", hello)
    router.add_route("get", "/lower", manifest)
    router.add_get(r"/tail/{tail:.*}", ship_tail)
    router.add_get("/mixed/{kind}-{number:[0-9]{1,3}}.json", hello)
    quay = router.add_resource("/quays/{quay}", name="quay")
    quay.add_route("GET", hello)
    quay.add_route("DELETE", manifest)
    router.add_get("/greet", functools.partial(greet, "ahoy"))
    router.add_get("/inline", inline)
    router.add_get("/raised", raised)
    router.add_get("/bad-request", bad_request)
    router.add_get("/greets", greets_whoever)
    app.add_routes(
        [
            web.get("/socket", socket),
            web.get("/guarded-socket", guarded_socket),
            web.post("/listed", change),
            web.route("*", "/all-verbs", manifest),
            web.delete("/listed/{name}", manifest),
            web.static("/assets", "."),
        ]
    )
    for verb, path, handler in [("GET", "/looped/a", hello), ("POST", "/looped/b", manifest)]:
        router.add_route(verb, path, handler)


async def ship_tail(request):
    return web.Response(text=request.match_info["tail"])
