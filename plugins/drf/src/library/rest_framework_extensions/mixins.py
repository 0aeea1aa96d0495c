from rest_framework_extensions.settings import extensions_api_settings


class DetailSerializerMixin:
    serializer_detail_class = None
    queryset_detail = None


class PaginateByMaxMixin:
    pass


class NestedViewSetMixin:
    """Narrows the set by the parents that the URL names."""

    def get_queryset(self):
        return self.filter_queryset_by_parents_lookups(super().get_queryset())

    def filter_queryset_by_parents_lookups(self, queryset):
        parents = self.get_parents_query_dict()
        return queryset.filter(**parents) if parents else queryset

    def get_parents_query_dict(self):
        prefix = extensions_api_settings.DEFAULT_PARENT_LOOKUP_KWARG_NAME_PREFIX
        return {name.replace(prefix, "", 1): value for name, value in self.kwargs.items() if name.startswith(prefix)}
