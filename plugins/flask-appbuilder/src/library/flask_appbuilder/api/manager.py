from flask import make_response

from ..baseviews import BaseView, expose
from ..security.decorators import has_access
from . import BaseApi, protect, safe


class OpenApi(BaseApi):
    route_base = "/api"
    allow_browser_login = True

    @expose("/<version>/_openapi")
    @protect()
    @safe
    def get(self, version):
        return self.response(200)


class SwaggerView(BaseView):
    route_base = "/swagger"
    default_view = "show"

    @expose("/<version>")
    @has_access
    def show(self, version):
        return ""
