from flask import abort as flask_abort


def abort(code=500, message=None, **kwargs):
    flask_abort(code, message)


class RestError(Exception):
    def __init__(self, msg=None):
        self.msg = msg


class ValidationError(RestError):
    pass


class SpecsError(RestError):
    pass
