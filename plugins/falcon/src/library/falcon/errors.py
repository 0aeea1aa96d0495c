"""Exceptions that are answers, each with its status."""

from muster import code


class HTTPStatus(Exception):
    def __init__(self, status, headers=None, text=None, **kwargs):
        self.status_code = code(status)


class HTTPError(Exception):
    def __init__(self, status, *args, **kwargs):
        self.status_code = code(status)


class _Known(HTTPError):
    """The status belongs to the class."""

    def __init__(self, *args, **kwargs):
        pass


class _Redirect(HTTPStatus):
    def __init__(self, location, **kwargs):
        self.location = location


class HTTPMovedPermanently(_Redirect):
    status_code = 301

class HTTPFound(_Redirect):
    status_code = 302

class HTTPSeeOther(_Redirect):
    status_code = 303

class HTTPTemporaryRedirect(_Redirect):
    status_code = 307

class HTTPPermanentRedirect(_Redirect):
    status_code = 308

class HTTPBadRequest(_Known):
    status_code = 400

class HTTPUnauthorized(_Known):
    status_code = 401

class HTTPForbidden(_Known):
    status_code = 403

class HTTPNotFound(_Known):
    status_code = 404

class HTTPRouteNotFound(_Known):
    status_code = 404

class HTTPMethodNotAllowed(_Known):
    status_code = 405

class HTTPNotAcceptable(_Known):
    status_code = 406

class HTTPConflict(_Known):
    status_code = 409

class HTTPGone(_Known):
    status_code = 410

class HTTPLengthRequired(_Known):
    status_code = 411

class HTTPPreconditionFailed(_Known):
    status_code = 412

class HTTPPayloadTooLarge(_Known):
    status_code = 413

class HTTPContentTooLarge(_Known):
    status_code = 413

class HTTPUriTooLong(_Known):
    status_code = 414

class HTTPUnsupportedMediaType(_Known):
    status_code = 415

class HTTPRangeNotSatisfiable(_Known):
    status_code = 416

class HTTPUnprocessableEntity(_Known):
    status_code = 422

class HTTPLocked(_Known):
    status_code = 423

class HTTPFailedDependency(_Known):
    status_code = 424

class HTTPPreconditionRequired(_Known):
    status_code = 428

class HTTPTooManyRequests(_Known):
    status_code = 429

class HTTPRequestHeaderFieldsTooLarge(_Known):
    status_code = 431

class HTTPUnavailableForLegalReasons(_Known):
    status_code = 451

class HTTPInternalServerError(_Known):
    status_code = 500

class HTTPNotImplemented(_Known):
    status_code = 501

class HTTPBadGateway(_Known):
    status_code = 502

class HTTPServiceUnavailable(_Known):
    status_code = 503

class HTTPGatewayTimeout(_Known):
    status_code = 504

class HTTPVersionNotSupported(_Known):
    status_code = 505

class HTTPInsufficientStorage(_Known):
    status_code = 507

class HTTPLoopDetected(_Known):
    status_code = 508

class HTTPNetworkAuthenticationRequired(_Known):
    status_code = 511

class HTTPInvalidHeader(HTTPBadRequest):
    pass

class HTTPMissingHeader(HTTPBadRequest):
    pass

class HTTPInvalidParam(HTTPBadRequest):
    pass

class HTTPMissingParam(HTTPBadRequest):
    pass

class MediaNotFoundError(HTTPBadRequest):
    pass

class MediaMalformedError(HTTPBadRequest):
    pass
