from django.urls import path

from ..views.middleware import open_view, view

urlpatterns = [
    path("early/", view),
    path("office/", view),
    path("office/welcome/", view),
    path("office/health/", view),
    path("office/health/deep/", view),
    path("office/static/logo/", view),
    path("office/records/<int:number>/", view),
    path("machine/", view),
    path("machine/<int:number>/", view),
    path("view/", view),
    path("view/open/", open_view),
    path("view/<int:number>/", view),
    path("legacy/", view),
    path("elsewhere/", view),
]
