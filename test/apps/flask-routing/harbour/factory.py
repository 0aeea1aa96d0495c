from flask import Flask, redirect

from . import views
from .converters import BerthConverter, ListConverter
from .cranes import cranes
from .extension import Beacon
from .nested import quay
from .registry import install_modules, install_plugins
from .ships import ships

beacon = Beacon(path="/beacon")

FEATURE_BLUEPRINTS = {"cranes": cranes}


def create_app(config, archive=False, **overrides):
    app = Flask(__name__, static_url_path="/assets")
    app.config.from_object(config)
    app.config.from_mapping(overrides)
    app.config.update(TIDE="/tide")
    app.config.setdefault("DOCK_PREFIX", "/moorings")
    app.url_map.strict_slashes = False
    app.url_map.converters["berth"] = BerthConverter
    app.url_map.converters.update(codes=ListConverter)

    prefix = app.config["PREFIX"]
    app.register_blueprint(ships, url_prefix=f"{prefix}/ships")
    for name in app.config["FEATURES"]:
        if name in FEATURE_BLUEPRINTS:
            app.register_blueprint(FEATURE_BLUEPRINTS[name])
    if archive:
        return app

    if app.config["TOWER"]:
        from .tower import tower

        app.register_blueprint(tower)

    register_views(app)
    install_plugins(app)
    install_modules(app, "harbour.modules")
    beacon.init_app(app)
    app.register_blueprint(quay, url_prefix=app.config.get("DOCK_PREFIX"))
    app.register_blueprint(quay, url_prefix="/second", name="second_quay")
    add_basics(app)
    return app


def register_views(app):
    for view in views.ALL:
        view.install(app)


def add_basics(app):
    @app.route("/")
    def index():
        return {"name": "harbour"}

    @app.route("/health")
    @app.route("/healthz", endpoint="healthz")
    @app.get("/ready")
    def health():
        return "ok"

    @app.route("/echo", methods=["GET", "POST", "put"])
    def echo():
        return "echo"

    @app.route("/options", methods=("OPTIONS", "POST"))
    def own_options():
        return "options"

    @app.route("/bare-options", provide_automatic_options=False)
    def no_options():
        return "no options"

    @app.route("/head", methods=["HEAD"])
    def only_head():
        return ""

    @app.route("/pages/", defaults={"page": 1})
    @app.route("/pages/<int:page>")
    def pages(page):
        return str(page)

    @app.route("/mooring/<berth:berth>/<codes:codes>/<float(signed=True):depth>/<path:rest>")
    def mooring(berth, codes, depth, rest):
        return {"berth": berth, "codes": codes, "depth": depth, "rest": rest}

    @app.route('/kinds/<any(tanker, "ferry", tug):kind>/<string(length=2):flag>/<uuid:id>')
    def kinds(kind, flag, id):
        return kind

    @app.route(app.config["TIDE"] + "/<int(min=1, max=9):hour>")
    def tide(hour):
        return str(hour)

    app.add_url_rule("/lamp", "lamp", lambda: "lamp")
    app.add_url_rule(rule="/bell", endpoint="bell", view_func=ring, methods=["POST"])
    app.add_url_rule("/horn", view_func=ring, endpoint="horn", methods={"PUT"})
    app.add_url_rule("/late/<int:number>", endpoint="late")
    app.add_url_rule("/later", "later", methods=["DELETE"])
    app.view_functions["late"] = late

    @app.endpoint("later")
    def later():
        return "later"

    app.add_url_rule("/favicon.ico", redirect_to="/assets/favicon.ico", endpoint="favicon", view_func=lambda: redirect("/assets/favicon.ico"))
    app.add_url_rule("/only-for-links", endpoint="links", build_only=True)

    @app.cli.command("dredge")
    def dredge():
        """A command is no route."""

    for path, verbs in (("/fuel", ["POST"]), ("/water", ["POST", "PATCH"])):
        app.add_url_rule(path, path.strip("/"), supply, methods=verbs)


def ring():
    return "ring"


ring.methods = ["PATCH"]


def late(number):
    return str(number)


def supply():
    return "supplied"
