from muster import unknown
from muster_flask import jsonify, make_response, redirect
from werkzeug.exceptions import abort


def has_request_context():
    return True


def has_app_context():
    return True


def stream_with_context(function):
    return function


def copy_current_request_context(function):
    return function
