from muster_flask import is_response


class HTTPException(Exception):
    code = None
    description = None

    def __init__(self, description=None, response=None):
        if description is not None:
            self.description = description
        self.response = response
        if response is not None:
            self.code = response.status_code

    def get_response(self, environ=None, scope=None):
        return self.response




class BadRequest(HTTPException):
    code = 400


class BadRequestKeyError(BadRequest, KeyError):
    pass


class SecurityError(BadRequest):
    pass


class Unauthorized(HTTPException):
    code = 401

    def __init__(self, description=None, response=None, www_authenticate=None):
        super().__init__(description, response)


class Forbidden(HTTPException):
    code = 403


class NotFound(HTTPException):
    code = 404


class MethodNotAllowed(HTTPException):
    code = 405

    def __init__(self, valid_methods=None, description=None, response=None):
        super().__init__(description, response)


class NotAcceptable(HTTPException):
    code = 406


class RequestTimeout(HTTPException):
    code = 408


class Conflict(HTTPException):
    code = 409


class Gone(HTTPException):
    code = 410


class LengthRequired(HTTPException):
    code = 411


class PreconditionFailed(HTTPException):
    code = 412


class RequestEntityTooLarge(HTTPException):
    code = 413


class UnsupportedMediaType(HTTPException):
    code = 415


class ImATeapot(HTTPException):
    code = 418


class UnprocessableEntity(HTTPException):
    code = 422


class Locked(HTTPException):
    code = 423


class FailedDependency(HTTPException):
    code = 424


class PreconditionRequired(HTTPException):
    code = 428


class TooManyRequests(HTTPException):
    code = 429


class UnavailableForLegalReasons(HTTPException):
    code = 451


class InternalServerError(HTTPException):
    code = 500


class NotImplemented(HTTPException):
    code = 501


class BadGateway(HTTPException):
    code = 502


class ServiceUnavailable(HTTPException):
    code = 503


class GatewayTimeout(HTTPException):
    code = 504


default_exceptions = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    405: MethodNotAllowed,
    406: NotAcceptable,
    408: RequestTimeout,
    409: Conflict,
    410: Gone,
    411: LengthRequired,
    412: PreconditionFailed,
    413: RequestEntityTooLarge,
    415: UnsupportedMediaType,
    418: ImATeapot,
    422: UnprocessableEntity,
    423: Locked,
    424: FailedDependency,
    428: PreconditionRequired,
    429: TooManyRequests,
    451: UnavailableForLegalReasons,
    500: InternalServerError,
    501: NotImplemented,
    502: BadGateway,
    503: ServiceUnavailable,
    504: GatewayTimeout,
}


def abort(status, *args, **kwargs):
    if is_response(status):
        raise HTTPException(response=status)
    cls = default_exceptions.get(status)
    if cls is None:
        raise HTTPException()
    raise cls(*args)


class Aborter:
    def __init__(self, mapping=None, extra=None):
        self.mapping = mapping

    def __call__(self, status, *args, **kwargs):
        abort(status, *args, **kwargs)
