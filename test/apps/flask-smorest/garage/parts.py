from flask.views import MethodView
from flask_smorest import Blueprint

parts = Blueprint("parts", __name__, url_prefix="/replaced")
shelves = Blueprint("shelves", __name__, url_prefix="/shelves")


@parts.route("/<name>", methods=["GET"])
class Part(MethodView):
    def get(self, name):
        return {"name": name}

    def post(self, name):
        return {}


@shelves.route("/<int:number>")
def shelf(number):
    return {"number": number}
