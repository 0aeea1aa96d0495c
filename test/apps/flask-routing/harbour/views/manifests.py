from functools import wraps

from flask import Blueprint, jsonify

from .base import Resource

documents = Blueprint("documents", __name__)


def returns_json(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return jsonify(function(*args, **kwargs))

    return wrapper


def document(kind, **options):
    """A decorator of the house that registers."""

    def decorate(function):
        view = returns_json(function)
        documents.add_url_rule(f"/{kind}/<name>", function.__name__, view, **options)
        return function

    return decorate


@document("bill", methods=["GET"])
def bill(name):
    return {"bill": name}


@document("receipt", methods=["POST", "GET"])
def receipt(name):
    return {"receipt": name}


class Manifests(Resource):
    path = "/manifests"
    key = "string:manifest"

    @classmethod
    def install(cls, app):
        app.register_blueprint(documents, url_prefix="/documents")
