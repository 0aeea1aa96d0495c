from rest_framework.routers import DefaultRouter, SimpleRouter


class NestedMixin:
    def __init__(self, parent_router, parent_prefix, *args, **kwargs):
        self.parent_router = parent_router
        self.parent_prefix = parent_prefix
        self.nest_count = getattr(parent_router, "nest_count", 0) + 1
        self.nest_prefix = kwargs.pop("lookup", f"nested_{self.nest_count}") + "_"
        super().__init__(*args, **kwargs)
        if "trailing_slash" not in kwargs:
            self.trailing_slash = parent_router.trailing_slash
        above = getattr(parent_router, "parent_regex", "")
        for prefix, viewset, basename in parent_router.registry:
            if prefix == parent_prefix:
                own = f"{prefix}/{parent_router.get_lookup_regex(viewset, self.nest_prefix)}/"
                self.parent_regex = above + (own if prefix else own.lstrip("/"))
                break
        escaped = self.parent_regex.replace("{", "{{").replace("}", "}}")
        self.routes = [route._replace(url=self._below(escaped, route.url)) for route in self.routes]

    def _below(self, parent, url):
        return url.replace("^", "^" + parent) if url.startswith("^") else parent + url


class NestedSimpleRouter(NestedMixin, SimpleRouter):
    pass


class NestedDefaultRouter(NestedMixin, DefaultRouter):
    pass


class LookupMixin:
    pass
