from flask import g
from flask_login import LoginManager, current_user
from muster import stranger, unknown
from muster_flask import setting

from ..const import AUTH_DB, AUTH_LDAP, AUTH_OAUTH, AUTH_REMOTE_USER
from .api import SecurityApi
from .views import (
    AuthDBView,
    AuthLDAPView,
    AuthOAuthView,
    AuthRemoteUserView,
    PermissionModelView,
    PermissionViewModelView,
    RegisterUserModelView,
    RoleModelView,
    ResetMyPasswordView,
    ResetPasswordView,
    UserDBModelView,
    UserGroupModelView,
    UserInfoEditView,
    UserLDAPModelView,
    UserOAuthModelView,
    UserRemoteUserModelView,
    UserStatsChartView,
    ViewMenuModelView,
)


class BaseSecurityManager:
    """Permissions belong to roles, and roles to users. Who is not signed in has the public role, which may nothing by itself."""

    authdbview = AuthDBView
    authldapview = AuthLDAPView
    authoauthview = AuthOAuthView
    authremoteuserview = AuthRemoteUserView
    userdbmodelview = UserDBModelView
    userldapmodelview = UserLDAPModelView
    useroauthmodelview = UserOAuthModelView
    userremoteusermodelview = UserRemoteUserModelView
    resetmypasswordview = ResetMyPasswordView
    resetpasswordview = ResetPasswordView
    userinfoeditview = UserInfoEditView
    rolemodelview = RoleModelView
    groupmodelview = UserGroupModelView
    userstatschartview = UserStatsChartView
    registerusermodelview = RegisterUserModelView
    permissionmodelview = PermissionModelView
    viewmenumodelview = ViewMenuModelView
    permissionviewmodelview = PermissionViewModelView
    security_api = SecurityApi
    auth_view = None
    user_view = None

    def __init__(self, appbuilder):
        self.appbuilder = appbuilder
        self.lm = self.create_login_manager(appbuilder._muster_app)

    def create_login_manager(self, app):
        return LoginManager(app)

    @property
    def current_user(self):
        return current_user

    def before_request(self):
        g.user = current_user

    def is_item_public(self, permission_name, view_name):
        public = setting("AUTH_ROLE_PUBLIC", "Public")
        if public == setting("AUTH_ROLE_ADMIN", "Admin"):
            return True
        if public == "Public" and not setting("FAB_ROLES", None):
            return False
        return unknown("what the public role may do is decided by the configuration and the database")

    def has_access(self, permission_name, view_name):
        if stranger("session"):
            return self.is_item_public(permission_name, view_name)
        return True

    def can_access(self, permission_name, view_name):
        return self.has_access(permission_name, view_name)

    def register_views(self):
        """The pages with which accounts are kept."""
        if not setting("FAB_ADD_SECURITY_VIEWS", True):
            return
        auth = setting("AUTH_TYPE", AUTH_DB)
        self.appbuilder.add_api(self.security_api)
        self.appbuilder.add_view_no_menu(self.userinfoeditview())
        if auth == AUTH_LDAP:
            self.user_view = self.userldapmodelview
            self.auth_view = self.authldapview()
        elif auth == AUTH_OAUTH:
            self.user_view = self.useroauthmodelview
            self.auth_view = self.authoauthview()
        elif auth == AUTH_REMOTE_USER:
            self.user_view = self.userremoteusermodelview
            self.auth_view = self.authremoteuserview()
        else:
            self.user_view = self.userdbmodelview
            self.auth_view = self.authdbview()
            self.appbuilder.add_view_no_menu(self.resetpasswordview())
            self.appbuilder.add_view_no_menu(self.resetmypasswordview())
        self.appbuilder.add_view_no_menu(self.auth_view)
        self.user_view = self.appbuilder.add_view(self.user_view, "List Users")
        self.appbuilder.add_view(self.rolemodelview, "List Roles")
        self.appbuilder.add_view(self.groupmodelview, "List Groups")
        if self.userstatschartview:
            self.appbuilder.add_view(self.userstatschartview, "User's Statistics")
        if setting("AUTH_USER_REGISTRATION", False):
            self.appbuilder.add_view(self.registerusermodelview, "User Registrations")
        if setting("FAB_ADD_SECURITY_PERMISSION_VIEW", True):
            self.appbuilder.add_view(self.permissionmodelview, "Base Permissions")
        if setting("FAB_ADD_SECURITY_VIEW_MENU_VIEW", True):
            self.appbuilder.add_view(self.viewmenumodelview, "Views/Menus")
        if setting("FAB_ADD_SECURITY_PERMISSION_VIEWS_VIEW", True):
            self.appbuilder.add_view(self.permissionviewmodelview, "Permission on Views/Menus")
