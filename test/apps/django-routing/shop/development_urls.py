"""What a developer's machine serves; nothing that is deployed names it."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("toolbar/", lambda request: HttpResponse("tools"))]
