"""A clinic whose APIs are written down first: Connexion makes the routes of specifications."""

import os

import connexion
from connexion.resolver import MethodViewResolver, RelativeResolver, RestyResolver
from flask import Blueprint, abort, jsonify, request

from clinic.tokens import is_staff

app = connexion.FlaskApp(__name__, specification_dir="specs/")

app.add_api("patients.yml", arguments={"title": "Patients", "controller": "clinic.patients"})
app.add_api("staff.json")
app.add_api("wards.yaml", base_path="/api/v2", resolver=RestyResolver("clinic.rest"))
app.add_api("rooms.yaml", resolver=MethodViewResolver("clinic.views"))
app.add_api("lab.yml", base_path="/lab", resolver=RelativeResolver("clinic.lab"))

if os.environ.get("CLINIC_BETA"):
    app.add_api("beta.yml")

app.add_api(
    {
        "openapi": "3.0.0",
        "info": {"title": "made here", "version": "1"},
        "paths": {
            "/made": {"get": {"operationId": "clinic.plain.made", "responses": {"200": {"description": "ok"}}}},
        },
        "servers": [{"url": "/inline"}],
    }
)


@app.route("/healthz")
def healthz():
    return "ok"


def version():
    return jsonify(version=1)


app.add_url_rule("/version", "version", version)
flask_app = app.app


@flask_app.route("/plain/secret")
def plain_secret():
    if not is_staff(request.headers.get("X-Desk")):
        abort(401)
    return "secret"


desk = Blueprint("desk", __name__, url_prefix="/desk")


@desk.before_request
def only_staff():
    if not is_staff(request.headers.get("X-Desk")):
        abort(403)


@desk.route("/bell", methods=["POST"])
def bell():
    return "", 204


flask_app.register_blueprint(desk)
