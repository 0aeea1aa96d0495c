from flask_jwt_extended import jwt_required

from ..api import BaseApi, safe
from ..views import expose


class SecurityApi(BaseApi):
    resource_name = "security"
    version = "v1"

    @expose("/login", methods=["POST"])
    @safe
    def login(self):
        return self.response(200)

    @expose("/refresh", methods=["POST"])
    @jwt_required(refresh=True)
    @safe
    def refresh(self):
        return self.response(200)
