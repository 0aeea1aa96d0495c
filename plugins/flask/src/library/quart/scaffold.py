"""What Quart adds to both an application and a blueprint: WebSockets."""


class Sockets:
    def websocket(self, rule, **options):
        def decorator(func):
            endpoint = options.pop("endpoint", None)
            self.add_websocket(rule, endpoint, func, **options)
            return func

        return decorator

    def add_websocket(self, rule, endpoint=None, view_func=None, **options):
        self.add_url_rule(rule, endpoint, view_func, methods=["GET"], websocket=True, **options)

    def before_websocket(self, func):
        self.before_websocket_funcs.setdefault(None, []).append(func)
        return func

    def after_websocket(self, func):
        return func

    def teardown_websocket(self, func):
        return func
