class JSONWebTokenError(Exception):
    status_code = 401


class PermissionDenied(JSONWebTokenError):
    status_code = 403
