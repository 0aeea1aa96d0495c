from django.urls import include, path

from ..views.wrapped import Number, function

nested = [path("function/", function)]

urlpatterns = [
    path("function/", function),
    path("number/<int:number>/", Number.as_view()),
    # The decorating include leaves what is included below alone.
    path("nested/", include(nested)),
]
