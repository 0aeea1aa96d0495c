from django.urls import path

from ..views import mixins as views

urlpatterns = [
    path("first/", views.MixinFirst.as_view()),
    path("last/", views.MixinLast.as_view()),
    path("after-template-view/", views.MixinAfterTemplateView.as_view()),
    path("raises/", views.RaisesException.as_view()),
    path("permission/", views.NeedsPermission.as_view()),
    path("permissions/", views.NeedsPermissions.as_view()),
    path("always-permitted/", views.AlwaysPermitted.as_view()),
    path("staff-test/", views.StaffTest.as_view()),
    path("true-test/", views.AlwaysTrueTest.as_view()),
    path("replaced-test/", views.ReplacedTest.as_view()),
    path("own-access/", views.OwnAccess.as_view()),
    path("access-alone/", views.AccessAlone.as_view()),
    path("lenient/", views.LenientLogin.as_view()),
    path("own-mixin/", views.OwnMixin.as_view()),
    path("own-mixin-too-late/", views.OwnMixinTooLate.as_view()),
    path("in-setup/", views.InSetup.as_view()),
    path("from-base/", views.FromBase.as_view()),
    path("skipping/", views.Skipping.as_view()),
    path("only-dispatch/", views.OnlyDispatch.as_view()),
    path("redirect/", views.GuardedRedirect.as_view()),
    path("checked/", views.Checked.as_view()),
]
