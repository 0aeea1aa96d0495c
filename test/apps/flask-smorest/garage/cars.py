from flask import request
from flask.views import MethodView
from flask_smorest import Blueprint, Page, abort

from .guards import token_required
from .schemas import CarSchema, Query

cars = Blueprint("cars", __name__, url_prefix="/cars", description="Cars")


class CursorPage(Page):
    pass


@cars.route("/")
class Cars(MethodView):
    @cars.arguments(Query, location="query")
    @cars.response(200, CarSchema(many=True))
    def get(self, query):
        return []

    @token_required
    @cars.arguments(CarSchema)
    @cars.response(201, CarSchema)
    def post(self, data):
        return data


@cars.route("/<int:car_id>")
class Car(MethodView):
    @cars.etag
    @cars.response(200, CarSchema)
    def get(self, car_id):
        if car_id > 10_000:
            abort(404)
        return {}

    @cars.doc(security=[{"token": []}])
    @cars.response(204)
    def delete(self, car_id):
        """The document asks for a token; the code does not."""

    @cars.response(200, CarSchema)
    @token_required
    def put(self, car_id):
        return {}


class Guarded(MethodView):
    decorators = [token_required]

    def get(self):
        return {}


@cars.route("/guarded")
class Inherits(Guarded):
    @cars.response(200)
    def patch(self):
        return {}


@cars.route("/function", methods=["GET", "POST"])
@cars.response(200)
@token_required
def function():
    return {}


@cars.get("/verb")
@cars.paginate(CursorPage)
@cars.alt_response(404, description="none")
def verb():
    return []


@cars.route("/inline")
@cars.response(200)
def inline():
    if request.headers.get("X-Token") != "root-token":
        abort(401, message="no token")
    return {}
