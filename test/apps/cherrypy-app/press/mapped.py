"""Behind a routes mapper."""

import cherrypy

from . import tools  # noqa: F401


class Machines:
    def all(self):
        return "machines"

    def one(self, machine_id):
        return machine_id

    @cherrypy.tools.token()
    def stop(self, machine_id):
        return machine_id


def dispatcher():
    mapper = cherrypy.dispatch.RoutesDispatcher()
    machines = Machines()
    mapper.connect("machines", "/machines", controller=machines, action="all", conditions={"method": ["GET"]})
    mapper.connect("machine", "/machines/{machine_id}", controller=machines, action="one")
    mapper.connect("stop", "/machines/:machine_id/stop", controller=machines, action="stop", conditions=dict(method=["POST", "PUT"]))
    return mapper
