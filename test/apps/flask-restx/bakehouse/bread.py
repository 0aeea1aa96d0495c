from flask import request
from flask_restx import Namespace, Resource, fields

from .guards import noted, token_required

bread = Namespace("bread", description="Bread", decorators=[noted])
loaf = bread.model("Loaf", {"name": fields.String(required=True)})


@bread.route("/")
class Loaves(Resource):
    @bread.marshal_list_with(loaf)
    def get(self):
        return []

    @bread.expect(loaf)
    @bread.marshal_with(loaf, code=201)
    @token_required
    def post(self):
        return request.json, 201


@bread.route("/<string:name>")
class Loaf(Resource):
    @token_required
    @bread.doc(description="below the guard")
    def put(self, name):
        return {}

    def get(self, name):
        if request.headers.get("X-Token") != "root-token":
            bread.abort(401)
        return {}


class Guarded(Resource):
    method_decorators = [token_required]


@bread.route("/guarded")
class Inherits(Guarded):
    def get(self):
        return {}
