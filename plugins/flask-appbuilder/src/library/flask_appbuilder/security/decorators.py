import functools

from flask import abort, make_response, redirect, url_for
from flask_jwt_extended import verify_jwt_in_request
from flask_login import current_user

from ..const import PERMISSION_PREFIX


def no_cache(view):
    @functools.wraps(view)
    def wrapped_view(*args, **kwargs):
        return make_response(view(*args, **kwargs))

    return wrapped_view


def response_unauthorized_mvc(status_code):
    return make_response("", status_code)


def _permission_of(view, f):
    named = view.method_permission_name.get(f.__name__) if view.method_permission_name else None
    return f"{PERMISSION_PREFIX}{named or f._permission_name}"


def protect(allow_browser_login=False):
    def _protect(f):
        if not hasattr(f, "_permission_name"):
            f._permission_name = f.__name__

        @functools.wraps(f)
        def wraps(self, *args, **kwargs):
            permission = _permission_of(self, f)
            sm = self.appbuilder.sm
            if permission not in self.base_permissions:
                return self.response_403()
            if not sm.is_item_public(permission, self.class_permission_name):
                browser = self.allow_browser_login or allow_browser_login
                if not browser:
                    verify_jwt_in_request()
                if not sm.has_access(permission, self.class_permission_name):
                    if browser and not current_user.is_authenticated:
                        verify_jwt_in_request()
                    if not sm.has_access(permission, self.class_permission_name):
                        return self.response_403()
            return f(self, *args, **kwargs)

        return wraps

    return _protect


def has_access(f):
    if not hasattr(f, "_permission_name"):
        f._permission_name = f.__name__

    @functools.wraps(f)
    def wraps(self, *args, **kwargs):
        permission = _permission_of(self, f)
        if not (permission in self.base_permissions and self.appbuilder.sm.has_access(permission, self.class_permission_name)):
            if current_user.is_authenticated and current_user.is_active:
                abort(403)
            return redirect("/login/")
        return f(self, *args, **kwargs)

    return wraps


def has_access_api(f):
    if not hasattr(f, "_permission_name"):
        f._permission_name = f.__name__

    @functools.wraps(f)
    def wraps(self, *args, **kwargs):
        permission = _permission_of(self, f)
        if not (permission in self.base_permissions and self.appbuilder.sm.has_access(permission, self.class_permission_name)):
            if not current_user.is_authenticated:
                return response_unauthorized_mvc(401)
            return response_unauthorized_mvc(403)
        return f(self, *args, **kwargs)

    return wraps


def permission_name(name):
    def wraps(f):
        f._permission_name = name
        return f

    return wraps


def limit(*args, **kwargs):
    def wrap(f):
        return f

    return wrap
