import os
from functools import wraps
import cherrypy
class Part_2:
    own = None
    @cherrypy.expose
    def x7(self):
        return "page"
class Root:
    own = None
root = Root()
cherrypy.tree.mount(root, "/")
if os.environ.get("FEATURE") == "on":
    root.b2 = Part_2()
tree = cherrypy.tree
