from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, PasswordChangeDoneView, PasswordChangeView
from django.urls import include, path

from .wrapping import decorator_include

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/login/", LoginView.as_view(template_name="page.html"), name="login"),
    path("accounts/password/", PasswordChangeView.as_view(template_name="page.html"), name="password_change"),
    path("accounts/password/done/", PasswordChangeDoneView.as_view(template_name="page.html"), name="password_change_done"),
    path("decorated/", include("records.urls.decorated")),
    path("methods/", include("records.urls.decorated_methods")),
    path("mixins/", include("records.urls.mixins")),
    path("inline/", include("records.urls.inline")),
    path("own/", include("records.urls.own")),
    path("lookalikes/", include("records.urls.lookalikes")),
    path("wrapped/", include("records.urls.wrapped")),
    path("middleware/", include("records.urls.middleware")),
    path("included/", decorator_include(login_required, "records.urls.included")),
]
