from flask import Flask
from flask_login import LoginManager
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from . import described, httpauth, login, oauth, principal, tokens
from .demo import demo
from .secured import secured
from .unauthorised import unauthorised
from .users import find

login_manager = LoginManager()
login_manager.login_view = "login.sign_in"
login_manager.session_protection = None


@login_manager.user_loader
def load_user(member_id):
    return find(member_id)


def create_app(settings="club.settings.Settings"):
    app = Flask(__name__, static_folder=None)
    app.config.from_object(settings)
    login_manager.init_app(app)
    tokens.jwt.init_app(app)
    principal.principals.init_app(app)
    app.register_blueprint(login.bp)
    app.register_blueprint(login.staff, url_prefix="/staff")
    app.register_blueprint(tokens.bp, url_prefix="/tokens")
    app.register_blueprint(tokens.guarded, url_prefix="/tokens/guarded")
    app.register_blueprint(described.bp, url_prefix="/described")
    app.register_blueprint(httpauth.bp, url_prefix="/httpauth")
    app.register_blueprint(principal.bp, url_prefix="/principal")
    app.register_blueprint(oauth.bp, url_prefix="/oauth")
    principal.register_errors(app)
    return app


application = DispatcherMiddleware(create_app(), {"/demo": demo, "/unauthorised": unauthorised, "/secured": secured})
