from apiflask import APIBlueprint
from apiflask.views import MethodView
from flask import Blueprint

from shelter.auth import token_auth
from shelter.schemas import PetIn

cages = APIBlueprint("cages", __name__)
internal = APIBlueprint("internal", __name__, url_prefix="/internal", enable_openapi=False)
plain = Blueprint("plain", __name__, url_prefix="/plain")
local = APIBlueprint("local", __name__, url_prefix="/local", cli_group="local")


class Cage(MethodView):
    def get(self, cage_id):
        return {"id": cage_id}

    @cages.auth_required(token_auth)
    def delete(self, cage_id):
        return "", 204

    @cages.doc(hide=True)
    @cages.input(PetIn)
    def put(self, cage_id, json_data):
        return {}


class Locked(MethodView):
    decorators = [cages.auth_required(token_auth)]

    def get(self):
        return []

    def post(self):
        return {}, 201


cages.add_url_rule("/cages/<int:cage_id>", view_func=Cage.as_view("cage"))
cages.add_url_rule("/locked", view_func=Locked.as_view("locked"))


@internal.before_request
@token_auth.login_required
def everybody_signs_in():
    return None


@internal.get("/stats")
def stats():
    return {}


@plain.route("/page")
def page():
    return "page"


@local.get("/reset")
def reset():
    return {}


@local.cli.command("seed")
def seed():
    """A command, and no route."""
