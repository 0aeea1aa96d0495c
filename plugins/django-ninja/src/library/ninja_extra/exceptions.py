from ninja.errors import HttpError


class APIException(HttpError):
    status_code = 500
    default_detail = ""

    def __init__(self, detail=None, code=None):
        self.detail = detail
        self.message = detail


class ValidationError(APIException):
    status_code = 400


class ParseError(APIException):
    status_code = 400


class AuthenticationFailed(APIException):
    status_code = 401


class NotAuthenticated(APIException):
    status_code = 401


class PermissionDenied(APIException):
    status_code = 403


class NotFound(APIException):
    status_code = 404


class MethodNotAllowed(APIException):
    status_code = 405


class NotAcceptable(APIException):
    status_code = 406


class UnsupportedMediaType(APIException):
    status_code = 415


class Throttled(APIException):
    status_code = 429
