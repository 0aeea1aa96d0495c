"""Exceptions that are responses: raised or returned, each with its code."""


class HTTPException(Exception):
    code = 520

    def __init__(self, *args, **kwargs):
        pass


class HTTPError(HTTPException):
    pass


class HTTPRedirection(HTTPException):
    pass


class _HTTPMove(HTTPRedirection):
    pass


class HTTPClientError(HTTPError):
    code = 400


class HTTPServerError(HTTPError):
    code = 500


class HTTPSuccessful(HTTPException):
    code = 200


class HTTPOk(HTTPSuccessful):
    code = 200

class HTTPCreated(HTTPSuccessful):
    code = 201

class HTTPAccepted(HTTPSuccessful):
    code = 202

class HTTPNonAuthoritativeInformation(HTTPSuccessful):
    code = 203

class HTTPNoContent(HTTPSuccessful):
    code = 204

class HTTPResetContent(HTTPSuccessful):
    code = 205

class HTTPPartialContent(HTTPSuccessful):
    code = 206

class HTTPMultipleChoices(_HTTPMove):
    code = 300

class HTTPMovedPermanently(_HTTPMove):
    code = 301

class HTTPFound(_HTTPMove):
    code = 302

class HTTPSeeOther(_HTTPMove):
    code = 303

class HTTPUseProxy(_HTTPMove):
    code = 305

class HTTPTemporaryRedirect(_HTTPMove):
    code = 307

class HTTPPermanentRedirect(_HTTPMove):
    code = 308

class HTTPBadRequest(HTTPClientError):
    code = 400

class HTTPUnauthorized(HTTPClientError):
    code = 401

class HTTPPaymentRequired(HTTPClientError):
    code = 402

class HTTPForbidden(HTTPClientError):
    code = 403

class HTTPNotFound(HTTPClientError):
    code = 404

class HTTPMethodNotAllowed(HTTPClientError):
    code = 405

class HTTPNotAcceptable(HTTPClientError):
    code = 406

class HTTPProxyAuthenticationRequired(HTTPClientError):
    code = 407

class HTTPRequestTimeout(HTTPClientError):
    code = 408

class HTTPConflict(HTTPClientError):
    code = 409

class HTTPGone(HTTPClientError):
    code = 410

class HTTPLengthRequired(HTTPClientError):
    code = 411

class HTTPPreconditionFailed(HTTPClientError):
    code = 412

class HTTPRequestEntityTooLarge(HTTPClientError):
    code = 413

class HTTPRequestURITooLong(HTTPClientError):
    code = 414

class HTTPUnsupportedMediaType(HTTPClientError):
    code = 415

class HTTPRequestRangeNotSatisfiable(HTTPClientError):
    code = 416

class HTTPExpectationFailed(HTTPClientError):
    code = 417

class HTTPImATeapot(HTTPClientError):
    code = 418

class HTTPUnprocessableEntity(HTTPClientError):
    code = 422

class HTTPLocked(HTTPClientError):
    code = 423

class HTTPFailedDependency(HTTPClientError):
    code = 424

class HTTPPreconditionRequired(HTTPClientError):
    code = 428

class HTTPTooManyRequests(HTTPClientError):
    code = 429

class HTTPInternalServerError(HTTPServerError):
    code = 500

class HTTPNotImplemented(HTTPServerError):
    code = 501

class HTTPBadGateway(HTTPServerError):
    code = 502

class HTTPServiceUnavailable(HTTPServerError):
    code = 503

class HTTPGatewayTimeout(HTTPServerError):
    code = 504

class HTTPVersionNotSupported(HTTPServerError):
    code = 505

class HTTPInsufficientStorage(HTTPServerError):
    code = 507


def exception_response(status_code, **kw):
    made = HTTPException()
    made.code = status_code
    return made
