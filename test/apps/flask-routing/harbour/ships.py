from flask import Blueprint
from flask import current_app as application

ships = Blueprint("ships", __name__, url_prefix="/replaced-when-registered")


@ships.get("/")
def list_ships():
    return []


@ships.post("")
def add_ship():
    return {}, 201


@ships.route("/<int:ship_id>", methods=["GET"])
@ships.route("/<int:ship_id>/full/")
def show_ship(ship_id):
    return {"id": ship_id}


@ships.put("/<int:ship_id>")
@ships.patch("/<int:ship_id>", endpoint="change")
def put_ship(ship_id):
    return {}


@ships.delete("/<int:ship_id>")
def scuttle(ship_id):
    return "", 204


@ships.record_once
def note(state):
    state.app.extensions["ships"] = True


@ships.record
def extra(state):
    state.add_url_rule("/recorded", "recorded", recorded)
    state.app.add_url_rule("/recorded-on-app", f"recorded-{state.url_prefix}", recorded)


def recorded():
    return application.name


@ships.app_errorhandler(404)
def gone(error):
    return "gone", 404


ships.add_url_rule("/by-name", "by_name", recorded)
