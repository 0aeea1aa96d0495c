from flask.views import MethodView, View

from .base import Resource


class Gate(View):
    methods = ["GET", "POST"]
    init_every_request = False

    def __init__(self, name):
        self.name = name

    def dispatch_request(self, **values):
        return self.name


class Plain(View):
    def dispatch_request(self):
        return "plain"


class Barrier(MethodView):
    """Methods come from the class, its bases, and nothing else."""

    def get(self):
        return "down"

    def delete(self):
        return "up"

    def helper(self):
        return "no method of HTTP"


class HighBarrier(Barrier):
    def patch(self):
        return "higher"

    def head(self):
        return ""


class ReadOnly(Barrier):
    methods = ["GET"]


class Gates(Resource):
    path = "/gates"
    key = "gate_id"

    @classmethod
    def install(cls, app):
        app.add_url_rule("/gate/north", view_func=Gate.as_view("north", "north"))
        app.add_url_rule("/gate/south/<int:lane>", view_func=Gate.as_view("south", "south"))
        app.add_url_rule("/gate/plain", view_func=Plain.as_view("plain"))
        app.add_url_rule("/barrier", view_func=Barrier.as_view("barrier"))
        app.add_url_rule("/barrier/high", view_func=HighBarrier.as_view("high"))
        app.add_url_rule("/barrier/read", view_func=ReadOnly.as_view("read"))
        app.add_url_rule("/barrier/some", view_func=HighBarrier.as_view("some"), methods=["PATCH"])
