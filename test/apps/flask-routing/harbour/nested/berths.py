from flask import Blueprint

berths = Blueprint("berths", __name__)


@berths.route("/")
def index():
    return []


@berths.route("/<int:berth>/crew/<name>", methods=["GET", "DELETE"])
def crew(berth, name):
    return name
