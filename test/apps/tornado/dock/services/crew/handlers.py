"""The crew's list."""
from tornado.web import authenticated

from ...base import BaseHandler, MarkedHandler, open_to_all


class CrewList(BaseHandler):
    @authenticated
    def get(self):
        self.write({})


class CrewMember(MarkedHandler):
    @open_to_all
    def get(self, name):
        self.write(name)

    def delete(self, name):
        self.write(name)


_name = r"(?P<name>[a-z]+)"
default_handlers = [
    (r"/api/crew", CrewList),
    (r"/api/crew/%s" % _name, CrewMember),
]
