from flask import abort, redirect

from .mixins import AnonymousUserMixin


class LoginManager:
    def __init__(self, app=None, add_context_processor=True):
        self.anonymous_user = AnonymousUserMixin
        self.login_view = None
        self.blueprint_login_views = {}
        self.refresh_view = None
        self.needs_refresh_message = None
        self.login_message = None
        self.session_protection = "basic"
        self._user_callback = None
        self._request_callback = None
        self.unauthorized_callback = None
        self.needs_refresh_callback = None
        if app is not None:
            self.init_app(app, add_context_processor)

    def setup_app(self, app, add_context_processor=True):
        self.init_app(app, add_context_processor)

    def init_app(self, app, add_context_processor=True):
        app.login_manager = self

    def unauthorized(self):
        if self.unauthorized_callback:
            return self.unauthorized_callback()
        if not self.login_view and not self.blueprint_login_views:
            abort(401)
        return redirect("login")

    def needs_refresh(self):
        if self.needs_refresh_callback:
            return self.needs_refresh_callback()
        if not self.refresh_view:
            abort(401)
        return redirect("refresh")

    def user_loader(self, callback):
        self._user_callback = callback
        return callback

    def request_loader(self, callback):
        self._request_callback = callback
        return callback

    def header_loader(self, callback):
        return callback

    def unauthorized_handler(self, callback):
        self.unauthorized_callback = callback
        return callback

    def needs_refresh_handler(self, callback):
        self.needs_refresh_callback = callback
        return callback
