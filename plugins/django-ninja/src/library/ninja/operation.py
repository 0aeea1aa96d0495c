from django.http import HttpResponseNotAllowed
from ninja.constants import NOT_SET
from ninja.errors import AuthenticationError
from ninja.natives import arguments_of, declared_here, handled, response_of, turned_away


class Operation:
    """A handler for some methods of one path, with what guards it."""

    def __init__(self, methods, view_func, auth, options):
        self.methods = methods
        self.view_func = view_func
        self.auth = auth
        self.throttle = options.get("throttle", NOT_SET)
        self.hidden = options.get("include_in_schema", True) is False
        self.deprecated = options.get("deprecated", False) is True
        self.tags = options.get("tags")
        self.summary = options.get("summary")
        self.declared = declared_here()

    def bound(self, api, inherited, decorators, throttled):
        """What runs: decorators of views around the guards, the guards, decorators of operations around the handler."""
        guards = self.auth
        if guards is NOT_SET:
            guards = inherited
        if guards is NOT_SET:
            guards = api.auth
        throttles = self.throttle
        if throttles is NOT_SET:
            throttles = throttled
        if throttles is NOT_SET:
            throttles = api.throttle
        handler = self.view_func
        for decorator, mode in decorators:
            if mode == "operation":
                handler = decorator(handler)

        def answer(request, **kwargs):
            if guards is not None and guards is not NOT_SET:
                authenticate(request, guards)
            if throttles is not None and throttles is not NOT_SET:
                for throttle in throttles if isinstance(throttles, (list, tuple)) else [throttles]:
                    throttle.allow_request(request)
            return response_of(handler(request, **arguments_of(handler, kwargs)))

        def run(request, **kwargs):
            return handled(api._handlers, answer, request, kwargs) if api._handlers else answer(request, **kwargs)

        outermost = run
        for decorator in getattr(self.view_func, "ninja_view_decorators", []):
            outermost = decorator(outermost)
        for decorator, mode in decorators:
            if mode == "view":
                outermost = decorator(outermost)
        return outermost


def authenticate(request, guards):
    """The first guard that yields something lets the caller in; the others are not asked."""
    guard = None
    for guard in guards if isinstance(guards, (list, tuple, set)) else [guards]:
        result = guard(request)
        if result:
            request.auth = result
            return
    turned_away(AuthenticationError(), guard)


class PathView:
    """The operations of one path. The first for a method is the one that answers."""

    def __init__(self):
        self.operations = []

    def get_view(self, api, inherited, decorators, throttled):
        choices = []
        handlers = {}
        documented = {}
        for operation in self.operations:
            choices.append((operation.methods, operation.bound(api, inherited, decorators, throttled)))
            for method in operation.methods:
                if method not in handlers:
                    handlers[method] = operation.view_func
                    documented[method] = operation

        def view(request, **kwargs):
            for methods, run in choices:
                if request.method in methods:
                    return run(request, **kwargs)
            return HttpResponseNotAllowed(list(handlers))

        view.csrf_exempt = True
        view.handlers = handlers
        view.documented = documented
        return view
