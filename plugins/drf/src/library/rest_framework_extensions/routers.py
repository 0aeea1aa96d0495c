from muster_drf import attribute_of
from rest_framework.routers import DefaultRouter, SimpleRouter
from rest_framework_extensions.utils import compose_parent_pk_kwarg_name


class NestedRegistryItem:
    def __init__(self, router, parent_prefix, parent_item=None, parent_viewset=None):
        self.router = router
        self.parent_prefix = parent_prefix
        self.parent_item = parent_item
        self.parent_viewset = parent_viewset

    def register(self, prefix, viewset, basename=None, parents_query_lookups=()):
        self.router._register(prefix=self.get_prefix(prefix, parents_query_lookups), viewset=viewset, basename=basename)
        return NestedRegistryItem(self.router, prefix, self, viewset)

    def get_prefix(self, current_prefix, parents_query_lookups):
        return f"{self.get_parent_prefix(parents_query_lookups)}/{current_prefix}"

    def get_parent_prefix(self, parents_query_lookups):
        """From the outermost parent to the innermost, each with the parameter that its lookup names."""
        items = self._with_parents()
        pieces = []
        for item, lookup in zip(items, list(parents_query_lookups)[-len(items) :]):
            regex = attribute_of(item.parent_viewset, "lookup_value_regex", "[^/.]+")
            pieces.append(f"{item.parent_prefix}/(?P<{compose_parent_pk_kwarg_name(lookup)}>{regex})")
        return "/".join(pieces)

    def _with_parents(self):
        return [*(self.parent_item._with_parents() if self.parent_item else []), self]


class NestedRouterMixin:
    def _register(self, *args, **kwargs):
        return super().register(*args, **kwargs)

    def register(self, *args, **kwargs):
        self._register(*args, **kwargs)
        prefix, viewset, basename = self.registry[-1]
        return NestedRegistryItem(self, prefix, None, viewset)


class ExtendedRouterMixin(NestedRouterMixin):
    pass


class ExtendedSimpleRouter(ExtendedRouterMixin, SimpleRouter):
    pass


class ExtendedDefaultRouter(ExtendedRouterMixin, DefaultRouter):
    pass
