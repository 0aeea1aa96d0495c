"""Which function answers an operation."""

import inspect

from muster import imported, unknown


class Resolution:
    def __init__(self, function, operation_id):
        self.function = function
        self.operation_id = operation_id


class Resolver:
    def __init__(self, function_resolver=imported):
        self.function_resolver = function_resolver

    def resolve(self, operation):
        operation_id = self.resolve_operation_id(operation)
        return Resolution(self.resolve_function_from_operation_id(operation_id), operation_id)

    def resolve_operation_id(self, operation):
        if operation.router_controller is None:
            return operation.operation_id
        return f"{operation.router_controller}.{operation.operation_id}"

    def resolve_function_from_operation_id(self, operation_id):
        if operation_id is None:
            return unknown("the operation has no operationId")
        return self.function_resolver(operation_id)


class RelativeResolver(Resolver):
    def __init__(self, root_path, function_resolver=imported):
        super().__init__(function_resolver)
        self.root_path = root_path if isinstance(root_path, str) else root_path.__name__

    def resolve_operation_id(self, operation):
        if operation.router_controller is None:
            return f"{self.root_path}.{operation.operation_id}"
        return f"{operation.router_controller}.{operation.operation_id}"


class RestyResolver(Resolver):
    """By the path and the method, where an operation does not name its function."""

    def __init__(self, default_module_name, collection_endpoint_name="search"):
        super().__init__()
        self.default_module_name = default_module_name
        self.collection_endpoint_name = collection_endpoint_name

    def resolve_operation_id(self, operation):
        if operation.operation_id:
            return Resolver.resolve_operation_id(self, operation)
        return self.resolve_operation_id_using_rest_semantics(operation)

    def resolve_operation_id_using_rest_semantics(self, operation):
        parts = [part for part in operation.path.split("/") if part]
        resource = ".".join([part for part in parts if not part.startswith("{")]).replace("-", "_")
        controller = self.default_module_name
        if operation.router_controller:
            controller = operation.router_controller
        elif resource:
            controller = controller + "." + resource
        is_collection = operation.method == "get" and resource and not parts[-1].startswith("{")
        return controller + "." + (self.collection_endpoint_name if is_collection else operation.method)


class MethodResolverBase(RestyResolver):
    """By a class whose name ends in View."""

    def __init__(self, default_module_name, collection_endpoint_name="search", class_arguments=None):
        super().__init__(default_module_name, collection_endpoint_name=collection_endpoint_name)
        self.class_arguments = class_arguments or {}

    def resolve_operation_id(self, operation):
        if operation.operation_id:
            return RestyResolver.resolve_operation_id(self, operation)
        operation_id = self.resolve_operation_id_using_rest_semantics(operation)
        module_name, view_base, method_name = operation_id.rsplit(".", 2)
        view_name = "".join([part[:1].upper() + part[1:] for part in view_base.split("_")]) + "View"
        return f"{module_name}.{view_name}.{method_name}"

    def resolve_function_from_operation_id(self, operation_id):
        module_name, view_name, method_name = operation_id.rsplit(".", 2)
        if not view_name.endswith("View"):
            return self.function_resolver(operation_id)
        cls = imported(f"{module_name}.{view_name}")
        given = self.class_arguments.get(view_name, {})
        return self.resolve_method_from_class(cls, method_name, given.get("args", ()), given.get("kwargs", {}))

    def resolve_method_from_class(self, cls, method_name, args, kwargs):
        return getattr(cls(*args, **kwargs), method_name)


class MethodResolver(MethodResolverBase):
    pass


class MethodViewResolver(MethodResolverBase):
    """Connexion 3 lets Flask dispatch the request; Connexion 2 calls the method itself, past the decorators of the class."""

    def resolve_method_from_class(self, cls, method_name, args, kwargs):
        view = cls.as_view(cls.__name__, *args, **kwargs)
        method = getattr(cls(*args, **kwargs), method_name, None)
        if not getattr(cls, "decorators", None) or method is None:
            return view
        return _either(view, method)


def _either(view, method):
    def answer(**kwargs):
        if unknown("whether the decorators of the view class are applied depends on the version of Connexion"):
            return view(**kwargs)
        return method(**kwargs)

    return answer
