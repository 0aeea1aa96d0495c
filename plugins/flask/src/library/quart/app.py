import flask.app

from .scaffold import Sockets


class Quart(Sockets, flask.app.Flask):
    def __init__(self, *args, **kwargs):
        self.before_websocket_funcs = {}
        super().__init__(*args, **kwargs)

    def before_serving(self, func):
        return func

    def after_serving(self, func):
        return func

    def while_serving(self, func):
        return func

    def add_background_task(self, func, *args, **kwargs):
        return None
