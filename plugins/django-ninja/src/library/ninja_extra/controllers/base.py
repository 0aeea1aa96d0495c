from django.shortcuts import get_object_or_404
from django.urls import path as django_path
from ninja.constants import NOT_SET
from ninja.natives import controller_arguments
from ninja.operation import Operation, PathView
from ninja.router import join
from ninja_extra.controllers.registry import controllers
from ninja_extra.exceptions import PermissionDenied
from ninja_extra.natives import is_class, route_functions
from ninja_extra.permissions.base import resolved
from ninja_extra.permissions.common import AllowAny


class RouteContext:
    def __init__(self, request, permission_classes, kwargs):
        self.request = request
        self.permission_classes = permission_classes
        self.kwargs = kwargs


class ControllerBase:
    auto_import = True
    context = None

    def permission_denied(self, permission):
        raise PermissionDenied(permission.message)

    def check_permissions(self):
        for permission in self.context.permission_classes:
            if not resolved(permission).has_permission(self.context.request, self):
                self.permission_denied(resolved(permission))

    def check_object_permissions(self, obj):
        for permission in self.context.permission_classes:
            if not resolved(permission).has_object_permission(self.context.request, self, obj):
                self.permission_denied(resolved(permission))

    async_check_permissions = check_permissions
    async_check_object_permissions = check_object_permissions

    def get_object_or_exception(self, klass, error_message=None, exception=None, **kwargs):
        found = get_object_or_404(klass, **kwargs)
        self.check_object_permissions(found)
        return found

    aget_object_or_exception = get_object_or_exception

    def get_object_or_none(self, klass, **kwargs):
        found = klass.objects.filter(**kwargs).first()
        if found is not None:
            self.check_object_permissions(found)
        return found

    aget_object_or_none = get_object_or_none


class ModelConfig:
    def __init__(self, model=None, allowed_routes=None, **options):
        self.model = model
        self.allowed_routes = allowed_routes or ["create", "find_one", "update", "patch", "delete", "list"]


class ModelControllerBase(ControllerBase):
    """Reads and writes a model's objects by routes that the configuration names."""

    model_config = None


class APIController:
    def __init__(self, prefix, auth, permissions, options):
        self.prefix = prefix
        self.auth = auth
        self.permissions = permissions or [AllowAny]
        self.tags = options.get("tags")
        self.auto_import = options.get("auto_import", True)
        self.views = {}

    def decorate(self, cls):
        if not issubclass(cls, ControllerBase):
            cls = with_base(cls)
        cls.ninja_controller = self
        for function in route_functions(cls):
            self.add(cls, function.ninja_route)
        if issubclass(cls, ModelControllerBase) and cls.model_config:
            for route in model_routes(cls.model_config):
                self.add(cls, route)
        if self.auto_import and getattr(cls, "auto_import", True):
            controllers.append(cls)
        return cls

    def add(self, cls, route):
        # A prefix with parameters is part of each path.
        auth = self.auth if route.auth is NOT_SET else route.auth
        operation = Operation(route.methods, as_view(cls, self, route), auth, {**route.options, "tags": route.options.get("tags") or self.tags})
        operation.declared = route.declared
        self.views.setdefault(route.path, PathView()).operations.append(operation)

    def urls_paths(self, api):
        return [django_path(join(self.prefix, path).replace("{", "<").replace("}", ">"), view.get_view(api, NOT_SET, [], NOT_SET)) for path, view in self.views.items()]


def as_view(cls, controller, route):
    def run(request, **kwargs):
        instance = cls()
        # An empty list is as good as none: what the controller says counts.
        instance.context = RouteContext(request, route.permissions or controller.permissions, kwargs)
        instance.check_permissions()
        return route.view_func(instance, **controller_arguments(route.view_func, kwargs, request))

    run.shown = route.view_func
    return run


def with_base(cls):
    class Controller(ControllerBase, cls):
        pass

    return Controller


def api_controller(prefix_or_class="", auth=NOT_SET, tags=None, permissions=None, auto_import=True, **options):
    if is_class(prefix_or_class):
        return APIController("", auth, permissions, {"tags": tags, "auto_import": auto_import}).decorate(prefix_or_class)

    def decorator(cls):
        return APIController(prefix_or_class, auth, permissions, {"tags": tags, "auto_import": auto_import}).decorate(cls)

    return decorator


def model_routes(config):
    from ninja_extra.controllers.route import Route

    def answer(self, **kwargs):
        return None

    paths = {"create": ("POST", "/"), "find_one": ("GET", "/{id}"), "update": ("PUT", "/{id}"), "patch": ("PATCH", "/{id}"), "delete": ("DELETE", "/{id}"), "list": ("GET", "/")}
    return [Route(answer, [method], path, NOT_SET, None, {}) for name, (method, path) in paths.items() if name in config.allowed_routes]
