from ninja.router import Router as NinjaRouter


class Router(NinjaRouter):
    pass
