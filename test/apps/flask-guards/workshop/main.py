from flask import Flask, g, jsonify, request, session
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from .apps.allowlist import by_endpoint
from .apps.marked import marked
from .apps.middleware import behind
from .apps.paths import by_path
from .apps.subclassed import subclassed
from .apps.wrapped import wrapped
from .errors import register_errors
from .routes import decorated, inline, managing, nested, registered, returning, views
from .routes.login import login
from .settings import Settings
from .users import by_token, find


def load_user():
    """Finds out who calls. Turns nobody away."""
    g.user = find(session.get("user_id")) if "user_id" in session else None
    g.token_user = by_token(current_token())


def current_token():
    return request.headers.get("X-Token", "")


def create_app():
    app = Flask(__name__, static_folder=None)
    app.config.from_object(Settings)
    app.before_request(load_user)
    register_errors(app)
    app.register_blueprint(login)
    app.register_blueprint(decorated.bp, url_prefix="/decorated")
    app.register_blueprint(inline.bp, url_prefix="/inline")
    app.register_blueprint(managing.bp, url_prefix="/managing")
    app.register_blueprint(returning.bp, url_prefix="/returning")
    app.register_blueprint(views.bp, url_prefix="/views")
    app.register_blueprint(nested.outer, url_prefix="/nested")
    registered.install(app)

    @app.after_request
    def stamp(response):
        response.headers["X-Workshop"] = "1"
        return response

    @app.errorhandler(KeyError)
    def lost(error):
        return jsonify(error="lost"), 404

    return app


app = create_app()
application = DispatcherMiddleware(
    app,
    {"/endpoint": by_endpoint, "/path": by_path, "/marked": marked, "/behind": behind, "/subclassed": subclassed, "/wrapped": wrapped},
)
