"""Exceptions of the package."""

from sanic.exceptions import SanicException


class SanicJWTException(SanicException):
    pass


class AuthenticationFailed(SanicJWTException):
    status_code = 401

    def __init__(self, message="Authentication failed.", **kwargs):
        super().__init__(message)


class MissingAuthorizationHeader(SanicJWTException):
    status_code = 400


class Unauthorized(SanicJWTException):
    status_code = 401

    def __init__(self, message="Auth required.", **kwargs):
        super().__init__(message)


class InvalidToken(SanicJWTException):
    status_code = 401
