from flask import Blueprint

tower = Blueprint("tower", "harbour.tower", url_prefix="/tower")


@tower.route("/signal", methods=["POST"])
def signal():
    return "seen"
