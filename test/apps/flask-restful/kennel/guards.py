from functools import wraps

from flask import g, request
from flask_httpauth import HTTPBasicAuth
from flask_restful import abort

auth = HTTPBasicAuth()


@auth.verify_password
def verify(username, password):
    return username == "root" and password == "root"


def token_required(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        if request.headers.get("X-Token") != "root-token":
            abort(401, message="no token")
        return view(*args, **kwargs)

    return wrapped


def noted(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        g.noted = True
        return view(*args, **kwargs)

    return wrapped
