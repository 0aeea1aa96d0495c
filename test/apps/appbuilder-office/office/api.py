from flask import request
from flask_appbuilder.api import BaseApi, ModelRestApi, expose, protect, safe
from flask_appbuilder.hooks import before_request
from flask_appbuilder.models.sqla.interface import SQLAInterface
from flask_appbuilder.security.decorators import permission_name
from flask_jwt_extended import jwt_required

from office.models import Contact, Team


class TeamApi(ModelRestApi):
    resource_name = "team"
    datamodel = SQLAInterface(Team)
    allow_browser_login = True


class ContactApi(ModelRestApi):
    resource_name = "contact"
    version = "v2"
    datamodel = SQLAInterface(Contact)
    include_route_methods = {"get_list", "get", "favourite", "hidden_from_nobody"}
    method_permission_name = {"get_list": "read", "get": "read", "favourite": "write"}
    class_permission_name = "Contact"

    @expose("/<int:pk>/favourite", methods=["POST"])
    @protect()
    @safe
    def favourite(self, pk):
        return self.response(200)

    @expose("/everybody", methods=["GET"])
    @safe
    def hidden_from_nobody(self):
        return self.response(200)


class Greeting(BaseApi):
    @expose("/hello")
    def hello(self):
        return self.response(200, message="hello")

    @expose("/private")
    @protect()
    def private(self):
        return self.response(200)

    @expose("/browser", methods=["GET", "DELETE"])
    @protect(allow_browser_login=True)
    @permission_name("get")
    def browser(self):
        return self.response(200)

    @expose("/jwt")
    @jwt_required()
    def only_jwt(self):
        return self.response(200)

    @expose("/maybe")
    @jwt_required(optional=True)
    def maybe(self):
        return self.response(200)


class Hooked(BaseApi):
    route_base = "/hooked"

    @before_request(only=["guarded"])
    def at_the_desk(self):
        if request.headers.get("X-Desk") != "front":
            return self.response_403()
        return None

    def response_403(self):
        return self.response(403)

    @expose("/guarded")
    def guarded(self):
        return self.response(200)

    @expose("/free")
    def free(self):
        return self.response(200)
