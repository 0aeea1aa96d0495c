"""A path, and what answers each of its methods."""

import muster

METHODS = ("get", "head", "post", "put", "delete", "options", "patch")


class Errors(muster.Response):
    def add(self, location, name=None, description=None, **kw):
        muster.respond(400)

    def __len__(self):
        return muster.unknown("how many errors there are")


class Service:
    renderer = "simplejson"

    def __init__(self, name, path=None, description=None, cors_policy=None, depth=1, pyramid_route=None, **kw):
        self.name = name
        self.path = path
        self.pyramid_route = pyramid_route
        self.arguments = kw
        self.definitions = []
        self.registered = False

    def decorator(self, method, **kwargs):
        at = muster.here()

        def wrapper(view):
            self.add_view(method, view, at, **kwargs)
            return view

        return wrapper

    def get(self, **kwargs):
        return self.decorator("get", **kwargs)

    def head(self, **kwargs):
        return self.decorator("head", **kwargs)

    def post(self, **kwargs):
        return self.decorator("post", **kwargs)

    def put(self, **kwargs):
        return self.decorator("put", **kwargs)

    def delete(self, **kwargs):
        return self.decorator("delete", **kwargs)

    def options(self, **kwargs):
        return self.decorator("options", **kwargs)

    def patch(self, **kwargs):
        return self.decorator("patch", **kwargs)

    def add_view(self, method, view, at=None, klass=None, **kwargs):
        self.definitions.append((method, view, klass, {**self.arguments, **kwargs}, at or muster.here()))

    def __pyramid_scan__(self, config):
        if self.registered:
            return
        self.registered = True
        route = self.pyramid_route or self.name
        if self.path is not None:
            config.add_route(route, self.path, factory=self.arguments.get("factory"), traverse=self.arguments.get("traverse"))
        for method, view, klass, arguments, at in self.definitions:
            target, attr = (klass, view) if klass is not None else (view, None)
            config._add_view(target, at, route_name=route, request_method=method.upper(), attr=attr, permission=arguments.get("permission"), decorator=validated(arguments), effective_principals=arguments.get("effective_principals"))


def validated(arguments):
    """Validators run before the view; the errors that they note are the answer."""
    validators = list(arguments.get("validators") or ())
    if not validators:
        return None

    def around(view):
        def checked(context, request):
            request.errors = Errors()
            for validator in validators:
                validator(request)
                status = muster.responded()
                if status is not None:
                    muster.refuse(status)
            muster.leave(view, context, request)

        return checked

    return around
