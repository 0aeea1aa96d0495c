from flask import Blueprint

blueprint = Blueprint("locks", __name__, url_prefix="/locks")


@blueprint.route("/open", methods=["POST"])
def open_lock():
    return "open"
