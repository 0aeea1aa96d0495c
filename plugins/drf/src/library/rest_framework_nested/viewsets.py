class NestedViewSetMixin:
    """Narrows the set by the parents that the URL names."""

    parent_lookup_kwargs = {}

    def get_queryset(self):
        queryset = super().get_queryset()
        return queryset.filter(**{field: self.kwargs[name] for name, field in self.parent_lookup_kwargs.items() if name in self.kwargs})
