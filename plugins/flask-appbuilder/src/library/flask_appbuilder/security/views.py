from flask import redirect

from ..baseviews import BaseView, expose
from ..charts.views import DirectByChartView
from ..views import ModelView, SimpleFormView
from .decorators import has_access, no_cache


class PermissionModelView(ModelView):
    route_base = "/permissions"
    base_permissions = ["can_list"]


class ViewMenuModelView(ModelView):
    route_base = "/viewmenus"
    base_permissions = ["can_list"]


class PermissionViewModelView(ModelView):
    route_base = "/permissionviews"
    base_permissions = ["can_list"]


class ResetMyPasswordView(SimpleFormView):
    route_base = "/resetmypassword"


class ResetPasswordView(SimpleFormView):
    route_base = "/resetpassword"


class UserInfoEditView(SimpleFormView):
    pass


class UserModelView(ModelView):
    route_base = "/users"

    @expose("/userinfo/")
    @has_access
    def userinfo(self):
        return ""


class UserLDAPModelView(UserModelView):
    pass


class UserOAuthModelView(UserModelView):
    pass


class UserRemoteUserModelView(UserModelView):
    pass


class UserDBModelView(UserModelView):
    pass


class UserStatsChartView(DirectByChartView):
    pass


class RoleModelView(ModelView):
    route_base = "/roles"


class UserGroupModelView(ModelView):
    route_base = "/groups"


class RegisterUserModelView(ModelView):
    route_base = "/registeruser"
    base_permissions = ["can_list", "can_show", "can_delete"]


class AuthView(BaseView):
    route_base = ""

    @expose("/login/", methods=["GET", "POST"])
    def login(self):
        return ""

    @expose("/logout/")
    def logout(self):
        return redirect("/")


class AuthDBView(AuthView):
    @expose("/login/", methods=["GET", "POST"])
    @no_cache
    def login(self):
        return ""


class AuthLDAPView(AuthDBView):
    pass


class AuthOAuthView(AuthView):
    @expose("/login/")
    @expose("/login/<provider>")
    def login(self, provider=None):
        return ""

    @expose("/oauth-authorized/<provider>")
    def oauth_authorized(self, provider):
        return redirect("/")


class AuthRemoteUserView(AuthView):
    @expose("/login/")
    def login(self):
        return redirect("/")
