from flask import Blueprint

blueprint = Blueprint("customs", __name__)


@blueprint.route("/declare", methods=["POST"])
def declare():
    return "declared"
