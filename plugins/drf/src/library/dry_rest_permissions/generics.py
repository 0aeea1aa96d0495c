from rest_framework import permissions


class DRYPermissions(permissions.BasePermission):
    global_permissions = True
    object_permissions = True
    partial_update_is_update = True

    def has_permission(self, request, view):
        if not self.global_permissions:
            return True
        model = view.get_serializer_class().Meta.model
        return getattr(model, self._name(request, view, model, "permission"))(request)

    def has_object_permission(self, request, view, obj):
        if not self.object_permissions:
            return True
        model = view.get_serializer_class().Meta.model
        return getattr(obj, self._name(request, view, model, "object_permission"))(request)

    def _name(self, request, view, model, kind):
        action = view.action
        if self.partial_update_is_update and action == "partial_update":
            action = "update"
        own = f"has_{action}_{kind}"
        if hasattr(model, own):
            return own
        return f"has_read_{kind}" if request.method in permissions.SAFE_METHODS else f"has_write_{kind}"


class DRYGlobalPermissions(DRYPermissions):
    object_permissions = False


class DRYObjectPermissions(DRYPermissions):
    global_permissions = False


def authenticated_users(function):
    """Around such a method of a model: who is not signed in may not."""

    def decorated(*args, **kwargs):
        request = args[1] if len(args) > 1 else args[0]
        if not request.user or not request.user.is_authenticated:
            return False
        return function(*args, **kwargs)

    return decorated


def unauthenticated_users(function):
    def decorated(*args, **kwargs):
        request = args[1] if len(args) > 1 else args[0]
        if request.user and request.user.is_authenticated:
            return False
        return function(*args, **kwargs)

    return decorated


def allow_staff_or_superuser(function):
    def decorated(*args, **kwargs):
        request = args[1] if len(args) > 1 else args[0]
        if request.user.is_staff or request.user.is_superuser:
            return True
        return function(*args, **kwargs)

    return decorated
