from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.urls import include, path
from django.views.generic import TemplateView

from desk import views

urlpatterns = [
    path("accounts/login/", LoginView.as_view(template_name="page.html"), name="login"),
    path("closed/", views.closed),
    path("public/", views.public),
    path("public-class/", views.PublicClass.as_view()),
    path("public-method/", views.PublicMethod.as_view()),
    path("inherits/", views.Inherits.as_view()),
    path("wrapped/", login_not_required(TemplateView.as_view(template_name="page.html"))),
    path("page/", TemplateView.as_view(template_name="page.html")),
    path("undecorated/", views.undecorated),
    path("open/", include([path("", views.closed), path("<int:number>/", views.numbered)])),
    path("numbered/<int:number>/", views.numbered),
]
