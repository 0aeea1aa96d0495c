"""What a decorated function becomes: an object that keeps how it is routed and what stands around it."""

from muster_litestar import placed


class BaseRouteHandler:
    methods = ()

    def __init__(self, path=None, *, before_request=None, dependencies=None, exception_handlers=None, guards=None, http_method=None, include_in_schema=None, middleware=None, name=None, opt=None, tags=None, deprecated=False, summary=None, is_mount=False, is_static=False, fn=None, **further):
        placed(self)
        self.path = path
        self.before_request = before_request
        self.dependencies = dependencies or {}
        self.exception_handlers = exception_handlers or {}
        self.guards = guards
        self.include_in_schema = include_in_schema
        self.middleware = middleware
        self.name = name
        # Whatever else is given travels as an option: `exclude_from_auth=True`.
        self.opt = {**(opt or {}), **further}
        self.tags = tags
        self.deprecated = deprecated
        self.summary = summary
        self.is_mount = is_mount or is_static
        if http_method is not None:
            self.methods = http_method
        self.fn = fn

    def __call__(self, fn):
        self.fn = fn
        return self
