class LitestarException(Exception):
    def __init__(self, *args, detail=""):
        self.detail = detail


class MissingDependencyException(LitestarException, ImportError):
    pass


class SerializationException(LitestarException):
    pass


class HTTPException(LitestarException):
    status_code = 500

    def __init__(self, *args, detail="", status_code=None, headers=None, extra=None):
        self.detail = detail
        self.status_code = status_code or self.status_code


class ImproperlyConfiguredException(HTTPException, ValueError):
    status_code = 500


class ClientException(HTTPException):
    status_code = 400


class ValidationException(ClientException, ValueError):
    pass


class NotAuthorizedException(ClientException):
    status_code = 401


class PermissionDeniedException(ClientException):
    status_code = 403


class NotFoundException(ClientException, ValueError):
    status_code = 404


class MethodNotAllowedException(ClientException):
    status_code = 405


class TooManyRequestsException(ClientException):
    status_code = 429


class InternalServerException(HTTPException):
    status_code = 500


class ServiceUnavailableException(InternalServerException):
    status_code = 503


class NoRouteMatchFoundException(InternalServerException):
    pass


class TemplateNotFoundException(InternalServerException):
    pass


class WebSocketException(LitestarException):
    code = 4500

    def __init__(self, *args, detail="", code=None):
        self.detail = detail
        self.code = code or self.code


class WebSocketDisconnect(WebSocketException):
    code = 1000
