class BasePermission:
    message = None

    def has_permission(self, source, info, **kwargs):
        return False


class PermissionExtension:
    """Permissions as an extension of a field."""

    def __init__(self, permissions, **options):
        self.permissions = permissions

    def permits(self, info):
        return all([permission.has_permission(None, info) for permission in self.permissions])
