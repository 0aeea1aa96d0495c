"""Routers: what view sets are registered with, and the URLs that come of it."""

from django.urls import path, re_path
from muster_drf import attribute_of, has_action, is_known
from rest_framework import views
from rest_framework.response import Response
from rest_framework.schemas import SchemaGenerator
from rest_framework.schemas.views import SchemaView
from rest_framework.urlpatterns import format_suffix_patterns


class _Replaceable:
    def _replace(self, **changes):
        return type(self)(**{**self._asdict(), **changes})

    def __iter__(self):
        return iter(self._asdict().values())


class Route(_Replaceable):
    def __init__(self, url, mapping, name, detail, initkwargs):
        self.url = url
        self.mapping = mapping
        self.name = name
        self.detail = detail
        self.initkwargs = initkwargs

    def _asdict(self):
        return {"url": self.url, "mapping": self.mapping, "name": self.name, "detail": self.detail, "initkwargs": self.initkwargs}


class DynamicRoute(_Replaceable):
    def __init__(self, url, name, detail, initkwargs):
        self.url = url
        self.name = name
        self.detail = detail
        self.initkwargs = initkwargs

    def _asdict(self):
        return {"url": self.url, "name": self.name, "detail": self.detail, "initkwargs": self.initkwargs}


def escape_curly_brackets(url_path):
    return url_path.replace("{", "{{").replace("}", "}}")


class BaseRouter:
    def __init__(self):
        self.registry = []

    def register(self, prefix, viewset, basename=None, base_name=None):
        if basename is None:
            basename = base_name or self.get_default_basename(viewset)
        self.registry.append((prefix, viewset, basename))

    def is_already_registered(self, new_basename):
        return False

    def get_default_basename(self, viewset):
        raise NotImplementedError("get_default_basename must be overridden")

    def get_urls(self):
        raise NotImplementedError("get_urls must be overridden")

    @property
    def urls(self):
        return self.get_urls()


class SimpleRouter(BaseRouter):
    routes = [
        Route(url="^{prefix}{trailing_slash}$", mapping={"get": "list", "post": "create"}, name="{basename}-list", detail=False, initkwargs={"suffix": "List"}),
        DynamicRoute(url="^{prefix}/{url_path}{trailing_slash}$", name="{basename}-{url_name}", detail=False, initkwargs={}),
        Route(
            url="^{prefix}/{lookup}{trailing_slash}$",
            mapping={"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"},
            name="{basename}-detail",
            detail=True,
            initkwargs={"suffix": "Instance"},
        ),
        DynamicRoute(url="^{prefix}/{lookup}/{url_path}{trailing_slash}$", name="{basename}-{url_name}", detail=True, initkwargs={}),
    ]

    def __init__(self, trailing_slash=True, use_regex_path=True):
        self.trailing_slash = "/" if trailing_slash else ""
        self._use_regex = use_regex_path
        if use_regex_path:
            self._base_pattern = "(?P<{lookup_prefix}{lookup_url_kwarg}>{lookup_value})"
            self._default_value_pattern = "[^/.]+"
            self._url_conf = re_path
        else:
            self._base_pattern = "<{lookup_value}:{lookup_prefix}{lookup_url_kwarg}>"
            self._default_value_pattern = "str"
            self._url_conf = path
            self.routes = [route._replace(url=route.url.removeprefix("^").removesuffix("$")) for route in self.routes]
        super().__init__()

    def get_default_basename(self, viewset):
        return viewset.__name__.lower()

    def get_routes(self, viewset):
        """Dynamic routes give way to one route for each extra action of their kind."""
        actions = viewset.get_extra_actions()
        routes = []
        for route in self.routes:
            if not isinstance(route, DynamicRoute):
                routes.append(route)
                continue
            for action in actions:
                if bool(action.detail) == bool(route.detail):
                    routes.append(self._get_dynamic_route(route, action))
        return routes

    def _get_dynamic_route(self, route, action):
        initkwargs = {**route.initkwargs, **action.kwargs}
        return Route(
            url=route.url.replace("{url_path}", escape_curly_brackets(action.url_path)),
            mapping=dict(action.mapping.items()),
            name=route.name.replace("{url_name}", action.url_name),
            detail=route.detail,
            initkwargs=initkwargs,
        )

    def get_method_map(self, viewset, method_map):
        return {method: action for method, action in method_map.items() if has_action(viewset, action)}

    def get_lookup_regex(self, viewset, lookup_prefix=""):
        lookup_field = attribute_of(viewset, "lookup_field", "pk")
        lookup_url_kwarg = attribute_of(viewset, "lookup_url_kwarg", None) or lookup_field
        lookup_value = None
        if not self._use_regex:
            lookup_value = attribute_of(viewset, "lookup_value_converter", None)
        if lookup_value is None:
            lookup_value = attribute_of(viewset, "lookup_value_regex", self._default_value_pattern)
        return self._base_pattern.format(lookup_prefix=lookup_prefix, lookup_url_kwarg=lookup_url_kwarg, lookup_value=lookup_value)

    def get_urls(self):
        urls = []
        for prefix, viewset, basename in self.registry:
            if not is_known(viewset):
                # What a view set from outside the repository serves is not known: one URL stands for all of it.
                urls.append(re_path(prefix + "/", viewset))
                continue
            lookup = self.get_lookup_regex(viewset)
            for route in self.get_routes(viewset):
                mapping = self.get_method_map(viewset, route.mapping)
                if not mapping:
                    continue
                regex = route.url.format(prefix=prefix, lookup=lookup, trailing_slash=self.trailing_slash)
                if prefix == "":
                    # Whatever includes these URLs ends in a slash already.
                    if regex.startswith("^/"):
                        regex = "^" + regex[2:]
                    elif regex.startswith("/"):
                        regex = regex[1:]
                view = viewset.as_view(mapping, **{**route.initkwargs, "basename": basename, "detail": route.detail})
                urls.append(self._url_conf(regex, view, name=route.name.format(basename=basename)))
        return urls


class APIRootView(views.APIView):
    """Names what a router has; no document lists it."""

    _ignore_model_permissions = True
    schema = None
    api_root_dict = None

    def get(self, request, *args, **kwargs):
        return Response({})


class DefaultRouter(SimpleRouter):
    include_root_view = True
    include_format_suffixes = True
    root_view_name = "api-root"
    default_schema_renderers = None
    APIRootView = APIRootView
    APISchemaView = SchemaView
    SchemaGenerator = SchemaGenerator

    def __init__(self, *args, **kwargs):
        self.root_renderers = kwargs.pop("root_renderers", None)
        super().__init__(*args, **kwargs)

    def get_api_root_view(self, api_urls=None):
        return self.APIRootView.as_view(api_root_dict={})

    def get_urls(self):
        urls = super().get_urls()
        if self.include_root_view:
            urls.append(path("", self.get_api_root_view(api_urls=urls), name=self.root_view_name))
        if self.include_format_suffixes:
            urls = format_suffix_patterns(urls)
        return urls
