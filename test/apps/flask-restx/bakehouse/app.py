from flask import Blueprint, Flask
from flask_restx import Api, Namespace, Resource

from .bread import bread
from .cakes import cakes, pies
from .guards import token_required

app = Flask(__name__, static_folder=None)
api = Api(app, version="1.0", title="Bakehouse", doc="/docs", prefix="/api")
orders = api.namespace("orders", description="Orders", path="/orders")
plain = api.namespace("plain")
api.add_namespace(bread)
api.add_namespace(cakes, path="/sweet/cakes")
api.add_namespace(pies)


@orders.route("/", "/all")
class Orders(Resource):
    @orders.doc("list")
    def get(self):
        return []

    @orders.doc(security="token")
    @token_required
    def post(self):
        return {}, 201


@orders.route("/<int:order_id>", endpoint="one_order")
@orders.param("order_id", "which")
class Order(Resource):
    @orders.response(404, "none")
    def get(self, order_id):
        return {"id": order_id}

    @api.doc(security=None)
    def delete(self, order_id):
        """Documentation alone says nothing about guards."""
        return "", 204


@plain.route("")
class Plain(Resource):
    def get(self):
        return {}


@api.route("/root/<name>")
class Ground(Resource):
    method_decorators = [token_required]

    def get(self, name):
        return name


@api.route("/hidden", doc=False)
class Hidden(Resource):
    def get(self):
        return {}


class Late(Resource):
    def get(self):
        return {}


api.add_resource(Late, "/late", "/later")

part = Blueprint("part", __name__, url_prefix="/part")
inner = Api(part, doc=False, decorators=[token_required])
shelves = Namespace("shelves", path="/shelves")


@shelves.route("/<path:place>")
class Shelf(Resource):
    def get(self, place):
        return place


inner.add_namespace(shelves)
app.register_blueprint(part)
app.register_blueprint(Blueprint("empty", __name__))
