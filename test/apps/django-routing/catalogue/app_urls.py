from django.urls import path

from pages.views import first as start

urlpatterns = [path("start/", start)]
