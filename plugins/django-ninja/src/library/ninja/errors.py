class HttpError(Exception):
    def __init__(self, status_code, message=""):
        self.status_code = status_code
        self.message = message


class AuthenticationError(HttpError):
    def __init__(self, status_code=401, message="Unauthorized"):
        super().__init__(status_code, message)


class AuthorizationError(HttpError):
    def __init__(self, status_code=403, message="Forbidden"):
        super().__init__(status_code, message)


class Throttled(HttpError):
    def __init__(self, wait=None):
        super().__init__(429, "Too many requests.")
