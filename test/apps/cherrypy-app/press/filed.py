"""A tree that a file configures."""

import cherrypy


@cherrypy.expose
class Shelf:
    def GET(self):
        return "shelf"

    def POST(self):
        return "shelved"


@cherrypy.expose
class Verbs:
    closed = Shelf()
    open = Shelf()

    def GET(self):
        return "verbs"


class Filed:
    verbs = Verbs()

    @cherrypy.expose
    def index(self):
        return "filed"

    @cherrypy.expose
    def closed(self):
        return "closed"

    @cherrypy.expose
    def role(self):
        return "role"

    @cherrypy.expose
    def off(self):
        return "off"

    @cherrypy.expose
    def optional(self):
        return "optional"

    @cherrypy.expose
    def basic(self):
        return "basic"

    @cherrypy.expose
    def loose(self):
        return "loose"
