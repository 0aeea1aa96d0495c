from flask import Blueprint, abort, g, request
from flask.views import MethodView, View

from .. import guards

bp = Blueprint("views", __name__)


class Guarded(MethodView):
    decorators = [guards.login_required_without_wraps]

    def get(self):
        return "in"

    def post(self):
        return "in"


class Inherits(Guarded):
    def put(self):
        return "in"


class Loses(Guarded):
    """Overrides what guarded its base."""

    decorators = []


class Adds(Guarded):
    decorators = Guarded.decorators + [guards.authenticated]


class PerMethod(MethodView):
    def get(self, item):
        return "anybody"

    @guards.role_required("owner")
    def put(self, item):
        return "in"

    @guards.authenticated
    def delete(self, item):
        return "anybody"


class Dispatching(MethodView):
    def dispatch_request(self, **values):
        if g.user is None:
            abort(401)
        return super().dispatch_request(**values)


class Dispatched(Dispatching):
    def get(self):
        return "in"


class Open:
    """A mixin that lets everybody in, where it comes first."""

    def dispatch_request(self, **values):
        return getattr(self, request.method.lower())(**values)


class OpenFirst(Open, Dispatching):
    def get(self):
        return "anybody"


class OpenLast(Dispatching, Open):
    def get(self):
        return "in"


class Staff(View):
    methods = ["GET", "POST"]
    decorators = (guards.for_writes,)

    def dispatch_request(self):
        return "for some"


class Checks(View):
    def check(self):
        pass

    def dispatch_request(self):
        self.check()
        return self.show()

    def show(self):
        return "shown"


class ChecksUser(Checks):
    def check(self):
        if g.user is None:
            abort(403)


bp.add_url_rule("/guarded", view_func=Guarded.as_view("guarded"))
bp.add_url_rule("/inherits", view_func=Inherits.as_view("inherits"))
bp.add_url_rule("/loses", view_func=Loses.as_view("loses"))
bp.add_url_rule("/adds", view_func=Adds.as_view("adds"))
bp.add_url_rule("/per-method/<int:item>", view_func=PerMethod.as_view("per_method"))
bp.add_url_rule("/dispatched", view_func=Dispatched.as_view("dispatched"))
bp.add_url_rule("/open-first", view_func=OpenFirst.as_view("open_first"))
bp.add_url_rule("/open-last", view_func=OpenLast.as_view("open_last"))
bp.add_url_rule("/staff", view_func=Staff.as_view("staff"))
bp.add_url_rule("/checks", view_func=Checks.as_view("checks"))
bp.add_url_rule("/checks-user", view_func=ChecksUser.as_view("checks_user"))
bp.add_url_rule("/wrapped-view", view_func=guards.login_required_without_wraps(Checks.as_view("wrapped_view")))
