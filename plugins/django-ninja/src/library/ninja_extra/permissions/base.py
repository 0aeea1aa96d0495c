from ninja_extra.natives import is_class

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


class OperationHolderMixin:
    def __and__(self, other):
        return AND(self, other)

    def __or__(self, other):
        return OR(self, other)

    def __rand__(self, other):
        return AND(other, self)

    def __ror__(self, other):
        return OR(other, self)

    def __invert__(self):
        return NOT(self)


class BasePermissionMetaclass(OperationHolderMixin, type):
    pass


class BasePermission(OperationHolderMixin, metaclass=BasePermissionMetaclass):
    message = None

    def has_permission(self, request, controller):
        return True

    def has_object_permission(self, request, controller, obj):
        return True


class AsyncBasePermission(BasePermission):
    def has_permission(self, request, controller):
        return self.has_permission_async(request, controller)

    def has_object_permission(self, request, controller, obj):
        return self.has_object_permission_async(request, controller, obj)

    def has_permission_async(self, request, controller):
        return True

    def has_object_permission_async(self, request, controller, obj):
        return True


def resolved(permission):
    """Classes are made without arguments; objects and combinations are what they are."""
    return permission() if is_class(permission) else permission


class AND(BasePermission):
    def __init__(self, op1, op2):
        self.op1 = op1
        self.op2 = op2

    def has_permission(self, request, controller):
        return resolved(self.op1).has_permission(request, controller) and resolved(self.op2).has_permission(request, controller)

    def has_object_permission(self, request, controller, obj):
        return resolved(self.op1).has_object_permission(request, controller, obj) and resolved(self.op2).has_object_permission(request, controller, obj)


class OR(BasePermission):
    def __init__(self, op1, op2):
        self.op1 = op1
        self.op2 = op2

    def has_permission(self, request, controller):
        return resolved(self.op1).has_permission(request, controller) or resolved(self.op2).has_permission(request, controller)

    def has_object_permission(self, request, controller, obj):
        return resolved(self.op1).has_object_permission(request, controller, obj) or resolved(self.op2).has_object_permission(request, controller, obj)


class NOT(BasePermission):
    def __init__(self, op1):
        self.op1 = op1

    def has_permission(self, request, controller):
        return not resolved(self.op1).has_permission(request, controller)

    def has_object_permission(self, request, controller, obj):
        return not resolved(self.op1).has_object_permission(request, controller, obj)
