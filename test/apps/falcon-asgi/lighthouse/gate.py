"""Who may pass, and where nobody is asked."""

import re

import falcon

KEYS = {"lamp-key": "keeper"}
OPEN = [("GET", "/health"), ("POST", "/session"), ("*", "/public/")]
PATTERNS = [re.compile(r"^/charts/\d+$")]


class Gate:
    def __init__(self, open_paths, patterns=()):
        self._open = open_paths
        self._patterns = patterns

    def _is_open(self, method, path):
        for allowed, prefix in self._open:
            if allowed in ("*", method) and (path == prefix or (prefix.endswith("/") and path.startswith(prefix))):
                return True
        return any(pattern.match(path) for pattern in self._patterns)

    async def process_request(self, req, resp):
        if self._is_open(req.method, req.path):
            return
        await self._check(req)

    async def process_request_ws(self, req, ws):
        await self._check(req)

    async def _check(self, req):
        key = req.get_header("X-Lamp-Key", default="")
        if key not in KEYS:
            raise falcon.HTTPUnauthorized(title="No key")
        req.context.keeper = KEYS[key]


class Timing:
    async def process_request(self, req, resp):
        req.context.started = True

    async def process_resource(self, req, resp, resource, params):
        resource.last = req.path

    async def process_response(self, req, resp, resource, req_succeeded):
        resp.set_header("X-Lamp", "lit")
