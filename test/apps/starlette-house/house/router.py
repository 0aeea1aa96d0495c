"""Registers like other frameworks do, and keeps everything in Starlette's own list of routes."""

from starlette.routing import Mount, Router


class HouseRouter(Router):
    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        super().__init__()

    def _on(self, method: str, path: str):
        def decorator(function):
            async def answer(request):
                return await function(request=request)

            self.add_route(self.prefix + path, answer, methods=[method])
            return function

        return decorator

    def get(self, path: str):
        return self._on("GET", path)

    def post(self, path: str):
        return self._on("POST", path)

    def socket(self, path: str):
        def decorator(function):
            self.add_websocket_route(path=self.prefix + path, endpoint=function)
            return function

        return decorator

    def include(self, router: "HouseRouter", prefix: str = "") -> None:
        """Two routers below one prefix share a mount."""
        for route in self.routes:
            if isinstance(route, Mount) and route.path == self.prefix + prefix:
                route.routes.extend(router.routes)
                return
        self.mount(self.prefix + prefix, app=router)
