from django.urls import include, path, re_path

from . import views
from .views import ItemCreate, ItemDelete, ItemDetail, ItemList, ItemUpdate

app_name = "catalogue"

item_patterns = [
    path("", ItemDetail.as_view(), name="detail"),
    path("edit/", ItemUpdate.as_view(), name="edit"),
    path("delete/", ItemDelete.as_view(), name="delete"),
]

urlpatterns = [
    path("items/", ItemList.as_view(), name="list"),
    path("items/new/", ItemCreate.as_view(), name="new"),
    path("items/<int:pk>/", include(item_patterns)),
    path("search/", views.SearchForm.as_view()),
    path("archive/<int:year>/", views.ItemYear.as_view()),
    path("limited/", views.Limited.as_view()),
    path("limited-here/", views.Everything.as_view(http_method_names=["get", "patch"])),
    path("everything/", views.Everything.as_view()),
    path("inherited/", views.Inherited.as_view()),
    path("head/", views.OwnHead.as_view()),
    path("options/", views.OwnOptions.as_view()),
    path("assigned/", views.Assigned.as_view()),
    path("go/", views.Go.as_view()),
    re_path(r"^by-name/(?P<slug>[-\w]+)/$", ItemDetail.as_view()),
]
