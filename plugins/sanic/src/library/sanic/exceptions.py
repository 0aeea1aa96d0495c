"""Exceptions that answer requests."""


class SanicException(Exception):
    status_code = 500

    def __init__(self, message=None, status_code=None, *, quiet=None, context=None, extra=None, headers=None):
        self.message = message
        if status_code is not None:
            self.status_code = status_code


class HTTPException(SanicException):
    pass


class InvalidUsage(SanicException):
    status_code = 400


class BadRequest(SanicException):
    status_code = 400


class NotFound(SanicException):
    status_code = 404


class ServiceUnavailable(SanicException):
    status_code = 503


class ServerError(SanicException):
    status_code = 500


class InternalServerError(SanicException):
    status_code = 500


class RequestTimeout(SanicException):
    status_code = 408


class PayloadTooLarge(SanicException):
    status_code = 413


class HeaderNotFound(SanicException):
    status_code = 400


class InvalidHeader(SanicException):
    status_code = 400


class ExpectationFailed(SanicException):
    status_code = 417


class HeaderExpectationFailed(SanicException):
    status_code = 417


class Forbidden(SanicException):
    status_code = 403


class NotImplemented(SanicException):
    status_code = 501


class BadGateway(SanicException):
    status_code = 502


class FileNotFound(NotFound):
    def __init__(self, message=None, path=None, relative_url=None, **kwargs):
        super().__init__(message)


class MethodNotAllowed(SanicException):
    status_code = 405

    def __init__(self, message=None, method="", allowed_methods=None, **kwargs):
        super().__init__(message)


MethodNotSupported = MethodNotAllowed


class Unauthorized(SanicException):
    status_code = 401

    def __init__(self, message=None, status_code=None, scheme=None, *, quiet=None, context=None, extra=None, headers=None, **challenges):
        super().__init__(message, status_code)


def abort(status_code, message=None):
    raise SanicException(message, status_code)
