"""Mixins: the order of the bases decides which `dispatch` runs."""

from django.contrib.auth.mixins import AccessMixin, LoginRequiredMixin, PermissionRequiredMixin, UserPassesTestMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.views import View
from django.views.generic import RedirectView, TemplateView


class Answering:
    def get(self, request, *args, **kwargs):
        return HttpResponse("ok")


class MixinFirst(LoginRequiredMixin, Answering, View):
    pass


class MixinLast(Answering, View, LoginRequiredMixin):
    """`View.dispatch` comes first, and calls no other."""


class MixinAfterTemplateView(TemplateView, LoginRequiredMixin):
    template_name = "page.html"


class RaisesException(LoginRequiredMixin, Answering, View):
    raise_exception = True


class NeedsPermission(PermissionRequiredMixin, Answering, View):
    permission_required = "records.view_record"


class NeedsPermissions(PermissionRequiredMixin, Answering, View):
    permission_required = ("records.view_record", "records.change_record")
    raise_exception = True


class AlwaysPermitted(PermissionRequiredMixin, Answering, View):
    """The check is replaced by one that says yes."""

    permission_required = "records.view_record"

    def has_permission(self):
        return True


class StaffTest(UserPassesTestMixin, Answering, View):
    def test_func(self):
        return self.request.user.is_staff


class AlwaysTrueTest(UserPassesTestMixin, Answering, View):
    def test_func(self):
        return True


class ReplacedTest(UserPassesTestMixin, Answering, View):
    def get_test_func(self):
        return self.is_member

    def test_func(self):
        return True

    def is_member(self):
        return self.request.user.is_authenticated


class OwnAccess(AccessMixin, Answering, View):
    """`AccessMixin` alone checks nothing; this one does."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


class AccessAlone(AccessMixin, Answering, View):
    raise_exception = True


class LenientLogin(LoginRequiredMixin, Answering, View):
    """What is done with a stranger is replaced: they get the page."""

    def handle_no_permission(self):
        return self.get(self.request)


class StaffRequiredMixin:
    def dispatch(self, request, *args, **kwargs):
        if not (request.user.is_authenticated and request.user.is_staff):
            return HttpResponseForbidden("staff only")
        return super().dispatch(request, *args, **kwargs)


class OwnMixin(StaffRequiredMixin, Answering, View):
    pass


class OwnMixinTooLate(Answering, View, StaffRequiredMixin):
    pass


class InSetup(Answering, View):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if not request.user.is_authenticated:
            raise PermissionDenied


class InBase(LoginRequiredMixin, View):
    pass


class FromBase(Answering, InBase):
    pass


class Skipping(InBase):
    """Calls `View.dispatch` past the mixin."""

    def dispatch(self, request, *args, **kwargs):
        return super(LoginRequiredMixin, self).dispatch(request, *args, **kwargs)

    def get(self, request):
        return HttpResponse("ok")


class OnlyDispatch(View):
    """Answers by itself, whatever the method."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_anonymous:
            return redirect("login")
        return HttpResponse("ok")


class GuardedRedirect(LoginRequiredMixin, RedirectView):
    url = "/lookalikes/"
    http_method_names = ["get", "post"]


class Checked(Answering, View):
    """Each method calls the check that the base offers."""

    def check(self):
        if not self.request.user.is_authenticated:
            raise PermissionDenied

    def post(self, request):
        self.check()
        return HttpResponse("ok")

    def patch(self, request):
        return HttpResponse("ok")
