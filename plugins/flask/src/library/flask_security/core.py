from flask_login import LoginManager


class RoleMixin:
    pass


class Security:
    def __init__(self, app=None, datastore=None, register_blueprint=True, **kwargs):
        self.app = app
        self.datastore = datastore
        if app is not None:
            self.init_app(app, datastore, register_blueprint)

    def init_app(self, app, datastore=None, register_blueprint=None, **kwargs):
        self.login_manager = LoginManager(app)
        app.extensions["security"] = self

    def unauthn_handler(self, callback):
        return callback

    def unauthz_handler(self, callback):
        return callback

    def unauthorized_handler(self, callback):
        return callback
