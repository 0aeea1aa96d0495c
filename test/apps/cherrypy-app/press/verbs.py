"""One class for each resource, one method for each verb."""

import cherrypy

from .tools import current_user


@cherrypy.expose
class Orders:
    def GET(self, order_id=None):
        return "orders"

    @cherrypy.tools.token()
    def POST(self):
        return "made"

    def PUT(self, order_id):
        if current_user() is None:
            raise cherrypy.HTTPError(401)
        return "changed"

    def DELETE(self, order_id):
        return "gone"

    def helper(self):
        return "never"


class Paper:
    exposed = True
    _cp_config = {"tools.token.on": True}

    def GET(self):
        return "paper"


class Letters(Paper):
    def POST(self):
        return "letters"


class Api:
    def __init__(self):
        self.orders = Orders()
        self.paper = Paper()
        self.paper.letters = Letters()
        self.closed = Orders()
