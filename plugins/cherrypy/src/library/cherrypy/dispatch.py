"""How the path of a request leads to a page."""


class Dispatcher:
    def __init__(self, *args, **kwargs):
        pass


class MethodDispatcher(Dispatcher):
    pass


class RoutesDispatcher:
    def __init__(self, full_result=False, **mapper_options):
        self.mapper = self
        self.connected = []

    def connect(self, name, route=None, controller=None, **kwargs):
        import muster

        if route is None or not isinstance(route, str):
            route = name
        self.connected.append((route, controller, kwargs, muster.here()))
