from flask_restx import Namespace, Resource

from .guards import token_required

cakes = Namespace("cakes", decorators=[token_required])
pies = Namespace("pies", "Pies", path="/")


@cakes.route("/")
class Cakes(Resource):
    def get(self):
        return []


@cakes.route("/<int:cake>/slices/<slice>", methods=["GET"])
class Slices(Resource):
    def get(self, cake, slice):
        return slice

    def post(self, cake, slice):
        return slice


@pies.route("pies")
class Pies(Resource):
    def get(self):
        return []
