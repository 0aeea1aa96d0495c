from django.urls import path

from ..views import own

urlpatterns = [
    path("closed/", own.Closed.as_view()),
    path("open/", own.Open.as_view()),
    path("closed-by-argument/", own.OpenByArgument.as_view()),
    path("open-by-argument/", own.OpenByArgument.as_view(open=True)),
    path("lenient/", own.Lenient.as_view()),
    path("per-method/", own.PerMethod.as_view()),
    path("page/", own.Page.as_view()),
    path("open-page/", own.Page.as_view(members_only=False)),
    path("unregistered/", own.first),
]

for name, view in own.REGISTRY.items():
    urlpatterns += [path(f"registry/{name}/", view)]
