from muster import stranger, text
from rest_framework.permissions import BasePermission


class KeyParser:
    keyword = "Api-Key"

    def get(self, request):
        return text("header", "authorization")


class BaseHasAPIKey(BasePermission):
    model = None
    key_parser = KeyParser()

    def get_key(self, request):
        return self.key_parser.get(request)

    def has_permission(self, request, view):
        return not stranger("api-key")

    def has_object_permission(self, request, view, obj):
        return self.has_permission(request, view)


class HasAPIKey(BaseHasAPIKey):
    pass
