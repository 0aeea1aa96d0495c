from muster_litestar import placed


class Router:
    """Collects what is registered on it; paths and layers are joined when a request is routed."""

    def __init__(self, path="", *, before_request=None, dependencies=None, exception_handlers=None, guards=None, include_in_schema=None, middleware=None, opt=None, route_handlers=None, tags=None, **further):
        placed(self)
        self.path = path
        self.before_request = before_request
        self.dependencies = dict(dependencies or {})
        self.exception_handlers = dict(exception_handlers or {})
        self.guards = list(guards or [])
        self.include_in_schema = include_in_schema
        self.middleware = list(middleware or [])
        self.opt = dict(opt or {})
        self.tags = list(tags or [])
        self.registered = []
        for handler in route_handlers or []:
            self.register(handler)

    def register(self, value):
        self.registered.append(value)
        return []
