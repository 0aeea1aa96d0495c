from flask import request
from flask_restful import Resource, abort, fields, marshal_with, reqparse

from .guards import auth, noted, token_required

parser = reqparse.RequestParser()
parser.add_argument("name", type=str)


class Dogs(Resource):
    @marshal_with({"name": fields.String})
    def get(self, name=None):
        return []

    def post(self, name=None):
        parser.parse_args()
        return {}, 201


class Dog(Resource):
    def get(self, dog_id):
        if dog_id > 10_000:
            abort(404, message="no such dog")
        return {"id": dog_id}

    def put(self, dog_id):
        return {}

    def delete(self, dog_id):
        return "", 204


class Guarded(Resource):
    method_decorators = [auth.login_required]

    def get(self):
        return {}

    def delete(self):
        return {}


class Inherits(Guarded):
    def patch(self):
        return {}


class Loses(Guarded):
    method_decorators = []


class ByVerb(Resource):
    method_decorators = {"post": [token_required], "delete": [noted]}

    def get(self):
        return {}

    def post(self):
        return {}

    def delete(self):
        return {}


class PerMethod(Resource):
    decorators = [noted]

    def get(self):
        return {}

    @auth.login_required
    def put(self):
        return {}


class Inline(Resource):
    def get(self, name):
        if request.headers.get("X-Token") != "root-token":
            return {"message": "no"}, 401
        return {}

    def post(self, name):
        return {}


class Configured(Resource):
    def __init__(self, secret):
        self.secret = secret

    def get(self):
        if request.headers.get("X-Token") != self.secret:
            abort(403)
        return {}


class Bones(Resource):
    method_decorators = [noted, token_required]

    def get(self):
        return {}


class Balls(Resource):
    def get(self):
        return {}
