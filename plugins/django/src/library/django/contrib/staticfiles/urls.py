from django.conf import settings
from django.conf.urls.static import static
from django.contrib.staticfiles.views import serve


def staticfiles_urlpatterns(prefix=None):
    if prefix is None:
        prefix = settings.STATIC_URL
    return static(prefix, view=serve)
