from django.urls import path

from ..views.decorated_methods import (
    Around,
    Below,
    ListOfDecorators,
    NoGuard,
    OnClass,
    OnDispatch,
    OnePostOnly,
    OnMethod,
    Overridden,
    OverridesGet,
    Through,
)

urlpatterns = [
    path("on-class/", OnClass.as_view()),
    path("on-dispatch/", OnDispatch.as_view()),
    path("one-post-only/", OnePostOnly.as_view()),
    path("on-method/", OnMethod.as_view()),
    path("list/", ListOfDecorators.as_view()),
    path("below/", Below.as_view()),
    path("around/", Around.as_view()),
    path("through/", Through.as_view()),
    path("overridden/", Overridden.as_view()),
    path("overrides-get/", OverridesGet.as_view()),
    path("no-guard/", NoGuard.as_view()),
]
