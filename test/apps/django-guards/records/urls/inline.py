from django.urls import path

from ..views import inline

urlpatterns = [
    path("authenticated/", inline.authenticated),
    path("forbidden/", inline.forbidden),
    path("denied/", inline.denied),
    path("redirected/", inline.redirected),
    path("redirected-by-name/", inline.redirected_by_name),
    path("redirected-reversed/", inline.redirected_reversed),
    path("json-status/", inline.json_status),
    path("current-user/", inline.current_user),
    path("token/", inline.token),
    path("meta-token/", inline.meta_token),
    path("key/", inline.key),
    path("in-method/", inline.InMethod.as_view()),
    path("session-value/", inline.session_value),
    path("optional/", inline.optional),
    path("another-redirect/", inline.another_redirect),
]
