"""Everything is closed but some endpoints."""

from flask import Blueprint, Flask, jsonify, request

from ..settings import Base
from ..users import by_token

PUBLIC = {"index", "static", "open.status"}
OPEN_BLUEPRINTS = ["free"]

by_endpoint = Flask(__name__)
by_endpoint.config.from_object(Base)
guards = Blueprint("guards", __name__)
open_pages = Blueprint("open", __name__, url_prefix="/open")
free = Blueprint("free", __name__, url_prefix="/free")
ordinary = Blueprint("ordinary", __name__, url_prefix="/ordinary")


@guards.before_app_request
def authenticate():
    if request.endpoint in PUBLIC or request.blueprint in OPEN_BLUEPRINTS:
        return
    if request.endpoint and "login" in request.endpoint:
        return
    user = by_token(request.headers.get("X-Token"))
    if user is None:
        return jsonify(error="no"), 401


@by_endpoint.route("/")
def index():
    return "anybody"


@by_endpoint.route("/login-page")
def login_page():
    return "anybody"


@by_endpoint.route("/account")
def account():
    return "in"


@open_pages.route("/status")
def status():
    return "anybody"


@open_pages.route("/details")
def details():
    return "in"


@free.route("/<int:number>")
def number(number):
    return "anybody"


@ordinary.route("/<int:number>", methods=["POST", "GET"])
def order(number):
    return "in"


@ordinary.route("/index")
def index_of_ordinary():
    return "in"


for blueprint in (guards, open_pages, free, ordinary):
    by_endpoint.register_blueprint(blueprint)
