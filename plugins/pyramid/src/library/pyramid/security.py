"""Names that access control is written with."""

Everyone = "system.Everyone"
Authenticated = "system.Authenticated"
Allow = "Allow"
Deny = "Deny"
NO_PERMISSION_REQUIRED = "__no_permission_required__"


class AllPermissionsList:
    def __contains__(self, permission):
        return True

    def __iter__(self):
        return iter(())


ALL_PERMISSIONS = AllPermissionsList()
DENY_ALL = (Deny, Everyone, ALL_PERMISSIONS)


def Allowed(message=None, *args):
    return True


def Denied(message=None, *args):
    return False


ACLAllowed = Allowed
ACLDenied = Denied


def has_permission(permission, context, request):
    return request.has_permission(permission, context)


def authenticated_userid(request):
    return request.authenticated_userid


def unauthenticated_userid(request):
    return request.unauthenticated_userid


def effective_principals(request):
    return request.effective_principals


def remember(request, userid, **kw):
    return []


def forget(request, **kw):
    return []
