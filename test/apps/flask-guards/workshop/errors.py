from flask import jsonify
from werkzeug.exceptions import Forbidden


class ApiError(Exception):
    status = 400

    def __init__(self, message):
        self.message = message


class NotSignedIn(ApiError):
    status = 401


class NotAllowed(ApiError):
    status = 403


class Locked(Forbidden):
    description = "locked"


def register_errors(app):
    @app.errorhandler(ApiError)
    def api_error(error):
        response = jsonify(error=error.message)
        response.status_code = error.status
        return response
