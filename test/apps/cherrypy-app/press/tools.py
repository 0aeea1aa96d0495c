"""Tools of the house and what they check."""

import cherrypy

TOKENS = {"root-token": "root"}


def current_user():
    return TOKENS.get(cherrypy.request.headers.get("Authorization", "").replace("Bearer ", "", 1))


def check_token(realm="press", optional=False):
    user = current_user()
    if user is None and not optional:
        raise cherrypy.HTTPError(401, "Who are you?")
    cherrypy.request.user = user


def check_session():
    if not cherrypy.session.get("user"):
        raise cherrypy.HTTPRedirect("/login")


def require(*conditions):
    """Conditions for `auth.require`, which the tool looks up in the configuration."""

    def decorate(handler):
        if not hasattr(handler, "_cp_config"):
            handler._cp_config = {}
        handler._cp_config.setdefault("auth.require", []).extend(conditions)
        return handler

    return decorate


def check_auth(*args, **kwargs):
    """The recipe of the wiki: only where `auth.require` is configured, a user is asked for."""
    conditions = cherrypy.request.config.get("auth.require", None)
    if conditions is not None:
        user = cherrypy.session.get("user")
        if user:
            for condition in conditions:
                if not condition():
                    raise cherrypy.HTTPRedirect("/auth/login")
        else:
            raise cherrypy.HTTPRedirect("/auth/login")


def answer_directly():
    """Answers in place of the page: returning true skips the handler."""
    if current_user() is None:
        cherrypy.response.status = 403
        cherrypy.response.body = b"no"
        cherrypy.request.handler = None


def check_password(realm, user, password):
    return user == "root" and password == "root"


def any_password(realm, user, password):
    return True


class TokenTool(cherrypy.Tool):
    def __init__(self):
        super().__init__("before_handler", self.check, priority=60)

    def check(self, role=None):
        if current_user() is None or (role and role != "master"):
            raise cherrypy.HTTPError("403 Forbidden")


cherrypy.tools.token = cherrypy.Tool("before_handler", check_token)
cherrypy.tools.signed_in = cherrypy.Tool("before_handler", check_session)
cherrypy.tools.auth = cherrypy.Tool("before_handler", check_auth)
cherrypy.tools.direct = cherrypy.Tool("before_handler", answer_directly)
cherrypy.tools.role = TokenTool()


@cherrypy.tools.register("before_finalize")
def stamp():
    cherrypy.response.headers["X-Press"] = "yes"
