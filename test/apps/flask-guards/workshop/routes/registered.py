"""Guards that are put on when the routes are registered."""

from flask import Blueprint

from ..guards import key_required, login_required_without_wraps

tools = Blueprint("tools", __name__)
drawers = Blueprint("drawers", __name__)


def hammer():
    return "in"


def saw():
    return "in"


def poster():
    return "anybody"


class Table:
    """A router of the house: guards what it registers, unless told otherwise."""

    def __init__(self, blueprint, guard):
        self.blueprint = blueprint
        self.guard = guard

    def route(self, path, public=False, **options):
        def decorate(view):
            self.blueprint.route(path, **options)(view if public else self.guard(view))
            return view

        return decorate


table = Table(tools, key_required)


@table.route("/chisel", methods=["POST"])
def chisel():
    return "in"


@table.route("/catalogue", public=True)
def catalogue():
    return "anybody"


@drawers.route("/top")
def top():
    return "in"


@drawers.route("/bottom")
def bottom():
    return "anybody"


def install(app):
    app.add_url_rule("/tools/hammer", view_func=login_required_without_wraps(hammer))
    for path, view, guard in [("/tools/saw", saw, login_required_without_wraps), ("/tools/poster", poster, None)]:
        app.add_url_rule(path, view_func=guard(view) if guard else view)
    app.register_blueprint(tools, url_prefix="/tools")
    app.register_blueprint(drawers, url_prefix="/drawers")
    app.view_functions["drawers.top"] = login_required_without_wraps(app.view_functions["drawers.top"])
