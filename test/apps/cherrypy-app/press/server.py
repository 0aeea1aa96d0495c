"""Mounts it."""

import datetime
import os

import cherrypy
from cherrypy.lib.sessions import RamSession

from .filed import Filed
from .mapped import dispatcher
from .pages import Base, Books, Root
from .tools import any_password, check_password
from .verbs import Api

HERE = os.path.dirname(os.path.abspath(__file__))

CONFIG = {
    "/": {"tools.sessions.on": True, "tools.auth.on": True},
    "/private": {"tools.auth_basic.on": True, "tools.auth_basic.realm": "press", "tools.auth_basic.checkpassword": check_password},
    "/loose": {"tools.auth_basic.on": True, "tools.auth_basic.realm": "press", "tools.auth_basic.checkpassword": any_password},
    "/static": {"tools.staticdir.on": True, "tools.staticdir.dir": HERE},
}

API = {
    "/": {"request.dispatch": cherrypy.dispatch.MethodDispatcher()},
    "/closed": {"tools.token.on": True},
}

cherrypy.config.update({"log.screen": False, "environment": "embedded"})
cherrypy.tree.mount(Root(), "", CONFIG)
cherrypy.tree.mount(Api(), "/api/v1", API)
cherrypy.tree.mount(None, "/mapped", config={"/": {"request.dispatch": dispatcher()}})
cherrypy.tree.mount(Books(), "/second", {"/": {"tools.signed_in.on": True, "tools.sessions.on": True}, "/show": {"tools.signed_in.on": False}})
cherrypy.tree.mount(Filed(), "/filed", os.path.join(HERE, "filed.conf"))
if os.environ.get("PRESS_DEBUG") == "1":
    cherrypy.tree.mount(Base(), "/debug")

# Somebody who is signed in already.
RamSession.cache["root-session"] = ({"user": "root"}, datetime.datetime(9999, 1, 1, tzinfo=datetime.timezone.utc).replace(tzinfo=None))

tree = cherrypy.tree

if __name__ == "__main__":
    cherrypy.engine.start()
    cherrypy.engine.block()
