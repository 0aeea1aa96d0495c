"""The root of all addresses."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.views.generic import RedirectView, TemplateView

import catalogue.urls
from pages import views as pages
from shop.converters import register

register()

handler404 = "shop.errors.not_found"

api_patterns = (
    [
        path("", include("catalogue.api.urls")),
        path("status", pages.status, name="status"),
    ],
    "api",
)

urlpatterns = [
    path("", TemplateView.as_view(template_name="page.html"), name="home"),
    path("catalogue/", include(catalogue.urls)),
    path(f"{settings.API_PREFIX}/{settings.API_VERSION}/", include(api_patterns, namespace="current")),
    path("old-shop/", RedirectView.as_view(url="/", permanent=True)),
    path("by-year/<yyyy:year>/", pages.year),
    re_path(r"^articles/(?P<year>[0-9]{4})/(?P<slug>[\w-]+)/$", pages.article, name="article"),
    re_path(r"^unnamed/([0-9]+)/$", pages.unnamed),
    re_path(r"^either/(?:page-(?P<number>\d+)/)?$", pages.either),
    re_path(r"^nested/((?P<name>\w+)-x)/$", pages.nested),
    re_path(r"^feeds\.(?P<kind>json|xml)$", pages.feed),
    re_path(r"^prefix/(?P<section>\w+)/", include([re_path(r"^$", pages.section), re_path(r"^(?P<number>\d+)/?$", pages.section)])),
    path("kwargs/", pages.keyword, {"answer": 42}),
    path("same/", pages.first),
    path("same/", pages.second),
    path("unreachable/", include([])),
    path(r"raw\d/", pages.first),
    path("tenants/<slug:tenant>/", include([path("", pages.tenant), path("items/<uuid:item>/", pages.tenant_item)])),
    path("files/<path:name>", pages.file),
]

urlpatterns += [path("later/", pages.first, name="later")]
urlpatterns.append(path("appended/", pages.first))
urlpatterns.extend(path(f"loop/{name}/", getattr(pages, name)) for name in ("first", "second"))

if settings.ENABLE_REPORTS:
    urlpatterns += [path("reports/", include("pages.reports"))]

if settings.ENABLE_BETA:
    urlpatterns += [path("beta/", pages.first)]

if apps.is_installed("pages"):
    urlpatterns.insert(0, path("installed/", pages.first))

if apps.is_installed("forum"):
    urlpatterns.append(path("forum/", include("forum.urls")))

for app in settings.PROJECT_APPS:
    urlpatterns.append(path(f"apps/{app}/", include(f"{app}.app_urls")))

urlpatterns += i18n_patterns(path("about/", pages.first), re_path(r"^contact/$", pages.second), prefix_default_language=False)
urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
