"""An observatory on AWS Lambda."""

from chalice import AuthResponse, AuthRoute, Blueprint, Chalice, CORSConfig, NotFoundError, Rate, Response

from chalicelib.access import answer, elsewhere, forbid, pool, signed, signed_in, user_of
from chalicelib.stars import stars

app = Chalice(app_name="observatory")
app.register_blueprint(stars, url_prefix="/stars")
night = Blueprint("night")


@app.authorizer(ttl_seconds=30)
def by_token(auth_request):
    if auth_request.token != "root-token":
        return AuthResponse(routes=[], principal_id="nobody")
    return AuthResponse(routes=[AuthRoute("/lens", ["GET", "POST"]), "/dome/*"], principal_id="root")


@app.authorizer()
def anybody(auth_request):
    """Allows whatever is sent."""
    return AuthResponse(routes=["*"], principal_id="anybody")


@app.middleware("http")
def timing(event, get_response):
    response = get_response(event)
    response.headers["X-Took"] = "1"
    return response


@app.middleware("http")
def dome_only(event, get_response):
    if event.path.startswith("/keeper") and event.path != "/keeper/hours":
        if not user_of(event):
            return Response(body={"error": "no"}, status_code=403)
    return get_response(event)


@app.middleware("all")
def everything(event, get_response):
    return get_response(event)


@app.route("/", cors=True)
def index():
    return {}


@app.route("/lens", methods=["GET", "POST"], authorizer=by_token)
def lens():
    return {}


@app.route("/lens", methods=["DELETE"], authorizer=anybody)
def clean_lens():
    return {}


@app.route("/pool", authorizer=pool, cors=CORSConfig(allow_origin="*"))
def by_pool():
    return {}


@app.route("/signed", methods=["POST"], authorizer=signed)
def by_signature():
    return {}


@app.route("/elsewhere", authorizer=elsewhere)
def by_elsewhere():
    return {}


@app.route("/key", api_key_required=True)
def by_key():
    return {}


@app.route("/keeper/logs", methods=["GET"])
def keeper_logs():
    return {}


@app.route("/keeper/hours", methods=["GET"])
def keeper_hours():
    return {}


@app.route("/decorated")
@signed_in(app)
def decorated():
    return {}


@signed_in(app)
@app.route("/above")
def above():
    return {}


@app.route("/inline/{kind}", methods=["GET"])
def inline(kind):
    forbid(app.current_request)
    return {}


@app.route("/inline/{kind}", methods=["POST"])
def inline_returned(kind):
    denied = answer(app.current_request)
    if denied:
        return denied
    return {}


@app.route("/inline/{kind}", methods=["PUT"])
def inline_dropped(kind):
    """The answer is made, and not returned."""
    answer(app.current_request)
    return {}


@app.route("/inline/{kind}", methods=["DELETE"])
def inline_context(kind):
    """Nobody fills the context without an authorizer."""
    context = app.current_request.context.get("authorizer")
    return {"who": context}


@app.route("/missing", methods=["GET"])
def missing():
    raise NotFoundError("nothing here")


for name in ("mars", "venus"):

    @app.route(f"/planets/{name}", methods=["GET"], name=name)
    def planet():
        return {}


@night.route("/watch", methods=["GET"])
def watch():
    return {}


app.register_blueprint(night, name_prefix="night", url_prefix="/night")


@app.schedule(Rate(1, unit=Rate.HOURS))
def hourly(event):
    pass


@app.lambda_function()
def calculate(event, context):
    pass


@app.on_s3_event(bucket="plates")
def on_plate(event):
    pass
