from django.urls import path

from .views import VIEWS, Items

urlpatterns = [path(name, view) for name, view in VIEWS.items()] + [
    path("items/<int:pk>", Items.as_view()),
]
