from flask import Blueprint

blueprint = Blueprint("pilot_plugin", __name__)


@blueprint.route("/roster")
def roster():
    return []
