from django.urls import path

from ..views import decorated
from ..views.decorated import _not_decorated, guarded_elsewhere

urlpatterns = [
    path("plain/", decorated.plain),
    path("called/", decorated.called),
    path("with-arguments/<int:number>/", decorated.with_arguments),
    path("permission/", decorated.permission),
    path("permission-or-403/", decorated.permission_or_403),
    path("test-passed/", decorated.test_passed),
    path("test-always-passes/", decorated.test_always_passes),
    path("test-by-name/", decorated.test_by_name),
    path("staff/", decorated.staff),
    path("staff-with-arguments/", decorated.staff_with_arguments),
    path("superuser/", decorated.superuser),
    path("post-after-login/", decorated.post_after_login),
    path("two-methods/<int:number>/", decorated.two_methods),
    path("only-get/", decorated.only_get),
    path("only-safe/", decorated.only_safe),
    path("exempt/", decorated.exempt),
    path("own-decorator/", decorated.own_decorator),
    path("own-decorator-with-arguments/", decorated.own_decorator_with_arguments),
    path("own-decorator-class/", decorated.own_decorator_class),
    path("announced/", decorated.announced),
    path("not-decorated/", _not_decorated),
    path("decorated-elsewhere/", guarded_elsewhere),
    path("only-some-methods/", decorated.only_some_methods),
]
