from flask import Blueprint

from .berths import berths

quay = Blueprint("quay", __name__, url_prefix="/quay")
stores = Blueprint("stores", __name__)
vault = Blueprint("vault", __name__, url_prefix="/vault")


@quay.route("/map")
def chart():
    return "map"


@stores.route("/list")
def list_stores():
    return []


@vault.route("/list")
def list_vault():
    return []


stores.register_blueprint(vault)
quay.register_blueprint(berths, url_prefix="/berths/")
quay.register_blueprint(stores)
quay.register_blueprint(stores, name="more_stores", url_prefix="/more")
