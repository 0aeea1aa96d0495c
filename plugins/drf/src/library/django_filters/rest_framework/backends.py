class DjangoFilterBackend:
    """What the caller asks for leaves out what was not asked, and never what is not theirs."""

    def filter_queryset(self, request, queryset, view):
        return queryset

    def get_filterset(self, request, queryset, view):
        return None

    def get_filterset_kwargs(self, request, queryset, view):
        return {"data": request.query_params, "queryset": queryset, "request": request}
