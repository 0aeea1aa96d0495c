from flask import Blueprint, abort, current_app, g, request

outer = Blueprint("outer", __name__)
guarded = Blueprint("guarded", __name__, url_prefix="/guarded")
below = Blueprint("below", __name__, url_prefix="/below")
free = Blueprint("free", __name__, url_prefix="/free")
partly = Blueprint("partly", __name__, url_prefix="/partly")


@outer.get("/")
def index():
    return "anybody"


@guarded.before_request
def check():
    if g.user is None:
        abort(401)


@guarded.get("/")
def guarded_index():
    return "in"


@below.route("/item", methods=["GET", "DELETE"])
def item():
    """Functions of the blueprints around it run first."""
    return "in"


@free.before_request
def only_notes():
    current_app.logger.info("free: %s", request.path)


@free.get("/")
def free_index():
    return "anybody"


@partly.before_request
def check_partly():
    if request.endpoint in ("outer.partly.public", "outer.partly.static"):
        return None
    if request.method == "HEAD":
        return None
    if g.user is None:
        return {"error": "no"}, 401


@partly.get("/public")
def public():
    return "anybody"


@partly.get("/private")
def private():
    return "in"


guarded.register_blueprint(below)
outer.register_blueprint(guarded)
outer.register_blueprint(free)
outer.register_blueprint(partly)
