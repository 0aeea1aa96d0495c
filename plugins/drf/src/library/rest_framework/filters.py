"""Filters by what the caller asks for: they leave out what was not asked, and never what is not theirs."""


class BaseFilterBackend:
    def filter_queryset(self, request, queryset, view):
        raise NotImplementedError(".filter_queryset() must be overridden.")


class SearchFilter(BaseFilterBackend):
    search_param = "search"

    def filter_queryset(self, request, queryset, view):
        return queryset


class OrderingFilter(BaseFilterBackend):
    ordering_param = "ordering"

    def filter_queryset(self, request, queryset, view):
        return queryset
