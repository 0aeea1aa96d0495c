"""A blueprint."""

from chalice import AuthResponse, Blueprint

from .access import forbid, pool

stars = Blueprint(__name__)


@stars.authorizer()
def starlight(auth_request):
    if auth_request.token == "root-token":
        return AuthResponse(routes=["*"], principal_id="root")
    return AuthResponse(routes=[], principal_id="nobody")


@stars.route("/")
def index():
    return []


@stars.route("/{star_id}", methods=["GET", "PUT"])
def star(star_id):
    return {"star": star_id}


@stars.route("/{star_id}", methods=["DELETE"], authorizer=starlight)
def remove(star_id):
    return {}


@stars.route("/{star_id}/name", methods=["POST"], authorizer=pool)
def rename(star_id):
    return {}


@stars.route("/inline", methods=["PATCH"])
def inline():
    forbid(stars.current_request)
    return {}


@stars.on_sqs_message(queue="stars")
def on_message(event):
    pass


unregistered = Blueprint("unregistered")


@unregistered.route("/never")
def never():
    return {}
