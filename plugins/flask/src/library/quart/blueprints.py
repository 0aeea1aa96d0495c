import flask.blueprints

from .scaffold import Sockets


class Blueprint(Sockets, flask.blueprints.Blueprint):
    def __init__(self, *args, **kwargs):
        self.before_websocket_funcs = {}
        super().__init__(*args, **kwargs)

    def before_app_websocket(self, func):
        self.record_once(lambda state: state.app.before_websocket_funcs.setdefault(None, []).append(func))
        return func

    def before_app_serving(self, func):
        return func

    def after_app_serving(self, func):
        return func

    def while_app_serving(self, func):
        return func

    def _merge_blueprint_funcs(self, app, name):
        super()._merge_blueprint_funcs(app, name)
        for key, functions in self.before_websocket_funcs.items():
            full = name if key is None else f"{name}.{key}"
            app.before_websocket_funcs.setdefault(full, []).extend(functions)
