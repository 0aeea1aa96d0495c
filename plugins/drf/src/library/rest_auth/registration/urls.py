from django.urls import re_path
from django.views.generic import TemplateView
from rest_auth.registration.views import RegisterView, VerifyEmailView

urlpatterns = [
    re_path(r"^$", RegisterView.as_view(), name="rest_register"),
    re_path(r"^verify-email/$", VerifyEmailView.as_view(), name="rest_verify_email"),
    re_path(r"^account-confirm-email/(?P<key>[-:\w]+)/$", TemplateView.as_view(), name="account_confirm_email"),
]
