from quart import Blueprint, request
from quart.views import MethodView, View

from .guards import token_required

plays = Blueprint("plays", __name__)


@plays.route("/")
async def list_plays():
    return []


@plays.route("/", methods=["POST"])
@token_required
async def add_play():
    data = await request.get_json()
    return data or {}


@plays.delete("/<int:play>")
@token_required
async def remove(play):
    return ""


@token_required
@plays.get("/above")
async def above():
    return "anybody"


class Play(MethodView):
    async def get(self, play):
        return {"id": play}

    @token_required
    async def put(self, play):
        return {}


class Guarded(View):
    methods = ["GET", "POST"]
    decorators = [token_required]

    async def dispatch_request(self):
        return "in"


plays.add_url_rule("/<int:play>/view", view_func=Play.as_view("play"))
plays.add_url_rule("/guarded", view_func=Guarded.as_view("guarded"))
