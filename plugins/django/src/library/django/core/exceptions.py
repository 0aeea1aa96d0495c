class FieldDoesNotExist(Exception):
    pass


class AppRegistryNotReady(Exception):
    pass


class SuspiciousOperation(Exception):
    """Django answers it with 400."""

    status_code = 400


class DisallowedHost(SuspiciousOperation):
    pass


class DisallowedRedirect(SuspiciousOperation):
    pass


class TooManyFieldsSent(SuspiciousOperation):
    pass


class RequestDataTooBig(SuspiciousOperation):
    pass


class BadRequest(Exception):
    status_code = 400


class PermissionDenied(Exception):
    """Django answers it with 403."""

    status_code = 403


class ViewDoesNotExist(Exception):
    pass


class MiddlewareNotUsed(Exception):
    pass


class ImproperlyConfigured(Exception):
    pass
