"""Resources."""

import falcon
from falcon import HTTP_403


async def chief_only(req, resp, resource, params):
    if req.context.keeper != "keeper":
        raise falcon.HTTPForbidden()


class Health:
    async def on_get(self, req, resp):
        resp.media = {"ok": True}

    async def on_post(self, req, resp):
        resp.media = {"ok": True}


class Lamps:
    async def on_get(self, req, resp):
        resp.media = []

    @falcon.before(chief_only)
    async def on_post(self, req, resp):
        resp.status = falcon.HTTP_CREATED

    async def on_get_one(self, req, resp, number):
        resp.media = number

    async def on_delete_one(self, req, resp, number):
        if getattr(req.context, "keeper", None) != "keeper":
            resp.status = HTTP_403
            return
        resp.status = falcon.HTTP_204


class Beam:
    async def on_websocket(self, req, ws):
        await ws.accept()
        await ws.close()


class Charts:
    async def on_get(self, req, resp, number):
        resp.media = number

    async def on_put(self, req, resp, number):
        await self._guard(req)
        resp.media = number

    async def _guard(self, req):
        if req.get_header("x-lamp-key") != "lamp-key":
            raise falcon.HTTPError(falcon.HTTP_UNAUTHORIZED)


class Session:
    async def on_post(self, req, resp):
        resp.media = {}

    async def on_delete(self, req, resp):
        resp.media = {}
