"""Trees of objects: the path is the way through their attributes."""

import cherrypy

from .tools import current_user, require


class Base:
    @cherrypy.expose
    def inherited(self):
        return "inherited"

    def not_exposed(self):
        return "never"


class Books(Base):
    @cherrypy.expose
    def index(self):
        return "books"

    @cherrypy.expose
    def show(self, book_id):
        return book_id

    @cherrypy.expose(["renamed", "other"])
    def aliased(self):
        return "aliased"

    @cherrypy.expose
    @cherrypy.tools.token()
    def edit(self, book_id, title=""):
        return title

    @cherrypy.tools.token(optional=True)
    @cherrypy.expose
    def peek(self):
        return "peek"

    @cherrypy.expose
    @cherrypy.tools.role(role="master")
    def burn(self):
        return "burnt"

    @cherrypy.expose
    @cherrypy.tools.role(role="apprentice")
    def never(self):
        return "never"

    def assigned(self):
        return "assigned"

    assigned.exposed = True
    assigned._cp_config = {"tools.token.on": True}


class Years:
    @cherrypy.expose
    def default(self, year, month="1"):
        return year


class Office(Base):
    """The whole of it is for those who are signed in, apart from what switches that off."""

    _cp_config = {"tools.token.on": True}

    @cherrypy.expose
    def index(self):
        return "office"

    @cherrypy.expose
    def hours(self):
        return "9 to 5"

    hours._cp_config = {"tools.token.on": False}

    @cherrypy.expose
    @cherrypy.config(**{"tools.token.optional": True})
    def window(self):
        return "window"


class Inner(Office):
    """Inherits the configuration of its base class."""

    def index(self):
        return "hidden: overridden without being exposed"


@cherrypy.expose
class Handle:
    """An exposed object that is called itself."""

    def __call__(self):
        return "handle"


class Wiki(Base):
    @cherrypy.expose
    @require()
    def write(self):
        return "written"

    @cherrypy.expose
    @require(lambda: False)
    def nobody(self):
        return "nobody"

    @cherrypy.expose
    def read(self):
        return "read"


class Login:
    @cherrypy.expose
    def index(self, name="", word=""):
        if word == "root":
            cherrypy.session["user"] = name
        return "login"


class Root(Base):
    books = Books()
    archive = Years()
    handle = Handle()
    login = Login()

    def __init__(self):
        self.office = Office()
        self.office.inner = Inner()
        self.wiki = Wiki()
        self.private = Base()
        self.loose = Base()

    @cherrypy.expose
    def index(self):
        return "root"

    @cherrypy.expose
    def inline(self):
        if current_user() is None:
            raise cherrypy.HTTPError(status=403)
        return "inline"

    @cherrypy.expose
    def inline_status(self):
        if not current_user():
            cherrypy.response.status = 401
            return "no"
        return "inline"

    @cherrypy.expose
    def inline_session(self):
        if "user" not in cherrypy.session:
            raise cherrypy.HTTPRedirect("/login/")
        return "inline"

    @cherrypy.expose
    def inline_unused(self):
        user = cherrypy.session.get("user")
        return f"hello {user}"

    @cherrypy.expose
    @cherrypy.tools.direct()
    def direct(self):
        return "direct"

    @cherrypy.expose
    @cherrypy.tools.allow(methods=["POST"])
    @cherrypy.tools.token()
    def only_post(self):
        return "posted"

    @cherrypy.expose
    @cherrypy.tools.json_out()
    @cherrypy.tools.stamp()
    def data(self):
        return {}

    @cherrypy.expose
    def default(self, *args, **kwargs):
        return "/".join(args)
