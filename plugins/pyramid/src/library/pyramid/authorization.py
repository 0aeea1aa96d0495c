"""Access control lists: the first line that names a principal and the permission decides."""

from pyramid.security import ACLAllowed, ACLDenied, ALL_PERMISSIONS, Allow, Authenticated, Deny, DENY_ALL, Everyone
import muster


class ACLHelper:
    def permits(self, context, principals, permission):
        location = context
        # A bound for lineages that lead in a circle.
        for _ in range(8):
            if location is None:
                return False
            if muster.has(location, "__acl__"):
                acl = location.__acl__
                if callable(acl):
                    acl = acl()
                for action, principal, permissions in acl:
                    if principal in principals and _names(permissions, permission):
                        return action == Allow
            location = location.__parent__ if muster.has(location, "__parent__") else None
        return False


class ACLAuthorizationPolicy:
    def __init__(self):
        self.helper = ACLHelper()

    def permits(self, context, principals, permission):
        return self.helper.permits(context, principals, permission)


def _names(permissions, permission):
    if permissions is ALL_PERMISSIONS:
        return True
    if isinstance(permissions, str):
        return permissions == permission
    return permission in permissions
