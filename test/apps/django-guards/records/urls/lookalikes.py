from django.urls import path

from ..views import lookalikes

urlpatterns = [
    path("", lookalikes.marked),
    path("forgotten/", lookalikes.checked_and_forgotten),
    path("by-name/", lookalikes.ByName.as_view()),
    path("caught/", lookalikes.caught),
    path("inverted/", lookalikes.inverted),
    path("unawaited/", lookalikes.unawaited_check),
    path("any-header/", lookalikes.any_header),
    path("user-object/", lookalikes.user_object),
]
