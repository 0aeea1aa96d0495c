"""Exceptions that are answers."""

from muster import code


class CherryPyException(Exception):
    pass


class TimeoutError(CherryPyException):
    pass


class InternalRedirect(CherryPyException):
    def __init__(self, path, query_string=""):
        self.path = path


class HTTPRedirect(CherryPyException):
    def __init__(self, urls, status=None, encoding=None):
        self.status_code = code(status or 303)


class HTTPError(CherryPyException):
    def __init__(self, status=500, message=None):
        self.status_code = code(status)


class NotFound(HTTPError):
    def __init__(self, path=None):
        self.status_code = 404
