from functools import partial

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import login_required, permission_required
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from ..views.wrapped import Number, Page, function

secret = [
    path("function/", login_required(function)),
    path("number/<int:number>/", csrf_exempt(login_required(Number.as_view()))),
]

urlpatterns = [
    path("open/", function),
    path("closed/", login_required(function)),
    path("number/<int:number>/", Number.as_view()),
    path("closed-number/<int:number>/", login_required(Number.as_view())),
    path("exempt/", csrf_exempt(function)),
    path("page/", TemplateView.as_view(template_name="page.html")),
    path("staff-page/", staff_member_required(TemplateView.as_view(template_name="page.html"))),
    re_path(r"^permission/(?P<number>[0-9]+)/$", permission_required("records.view_record")(Number.as_view())),
    path("partial/", partial(login_required(Page.as_view()), extra=1)),
    path("secret/", include(secret)),
]
