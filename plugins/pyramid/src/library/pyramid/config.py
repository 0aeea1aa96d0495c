"""The configurator: routes by name, views that answer them, and what stands before both."""

import pkgutil

import muster
import muster_pyramid
from pyramid.request import Request
from pyramid.security import NO_PERMISSION_REQUIRED
from pyramid.view_call import answer, shown


class State:
    """What a configurator and those that it includes share."""

    def __init__(self, settings, root_factory):
        self.routes = []
        self.views = []
        self.tweens = []
        self.methods = []
        self.directives = {}
        self.scanned = []
        self.included = []
        self.outside = []
        self.root_factory = root_factory
        self.security_policy = None
        self.authentication_policy = None
        self.authorization_policy = None
        self.default_permission = None
        self.registry = Registry(settings)


class Registry:
    def __init__(self, settings):
        # A file that is not read here may set more.
        self.settings = muster_pyramid.open_settings(settings)

    def notify(self, event):
        pass


class Route:
    def __init__(self, name, pattern, factory, methods, traverse, at, position, takes):
        self.name = name
        self.pattern = pattern
        self.factory = factory
        self.methods = methods
        self.traverse = traverse
        self.at = at
        self.position = position
        self.takes = takes


class View:
    def __init__(self, view, route_name, methods, attr, permission, decorator, principals, at):
        self.view = view
        self.route_name = route_name
        self.methods = methods
        self.attr = attr
        self.permission = permission
        self.decorator = decorator
        self.principals = principals
        self.at = at


class Configurator:
    def __init__(
        self, registry=None, package=None, settings=None, root_factory=None, security_policy=None, authentication_policy=None, authorization_policy=None,
        renderers=None, debug_logger=None, locale_negotiator=None, request_factory=None, response_factory=None, default_permission=None, session_factory=None,
        default_view_mapper=None, autocommit=False, exceptionresponse_view=None, route_prefix=None, introspection=True, root_package=None, _state=None,
    ):
        self.package = package or muster_pyramid.package_here()
        self.route_prefix = route_prefix
        if _state is None:
            self._state = State(settings, root_factory)
            self._state.security_policy = security_policy
            self._state.authentication_policy = authentication_policy
            self._state.authorization_policy = authorization_policy
            self._state.default_permission = default_permission
            muster.created(self)
        else:
            self._state = _state
            muster.mounted(self)
        self.registry = self._state.registry

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        pass

    def __getattr__(self, name):
        directive = self._state.directives.get(name)
        if directive is None:
            return muster.unknown("a directive that was not found")

        def directed(*args, **kwargs):
            return directive(self, *args, **kwargs)

        return directed

    def begin(self, request=None):
        pass

    end = begin
    commit = begin

    def setup_registry(self, settings=None, root_factory=None, **kwargs):
        if root_factory is not None:
            self._state.root_factory = root_factory

    def get_settings(self):
        return self.registry.settings

    def add_settings(self, settings=None, **kwargs):
        pass

    def maybe_dotted(self, dotted):
        return muster_pyramid.resolved(dotted, self.package)

    def absolute_asset_spec(self, spec):
        return spec

    def add_directive(self, name, directive, action_wrap=True):
        self._state.directives[name] = self.maybe_dotted(directive)

    def action(self, discriminator, callable=None, args=(), kw=None, order=0, introspectables=(), **extra):
        if callable is not None:
            callable(*args)

    def include(self, callable, route_prefix=None):
        included = self.maybe_dotted(callable)
        if muster_pyramid.is_outside(included):
            if not muster_pyramid.is_harmless(included):
                self._state.outside.append(muster.here())
            return
        package = muster_pyramid.package_of(included)
        if muster_pyramid.is_module(included):
            included = included.includeme
        # Including the same again adds nothing.
        for known, prefix in self._state.included:
            if known is included and prefix == route_prefix:
                return
        self._state.included.append((included, route_prefix))
        inner = Configurator(package=package, route_prefix=self._joined(route_prefix), _state=self._state)
        included(inner)

    def _joined(self, prefix):
        if prefix is None:
            return self.route_prefix
        if self.route_prefix is None:
            return prefix
        return self.route_prefix.rstrip("/") + "/" + prefix.lstrip("/")

    def route_prefix_context(self, route_prefix):
        return PrefixContext(self, route_prefix)

    def add_route(self, name, pattern=None, factory=None, for_=None, header=None, xhr=None, accept=None, path_info=None, request_method=None, request_param=None, traverse=None, custom_predicates=(), use_global_views=False, path=None, pregenerator=None, static=False, inherit_slash=None, **predicates):
        if pattern is None:
            pattern = path
        if static:
            return
        if self.route_prefix is not None:
            if pattern == "" and inherit_slash:
                pattern = self.route_prefix
            else:
                pattern = self.route_prefix.rstrip("/") + "/" + pattern.lstrip("/")
        # A route that asks for more than path and method leaves what it does not take to those behind it.
        asks_more = header is not None or xhr is not None or accept is not None or path_info is not None or request_param is not None or custom_predicates or predicates
        takes = "nothing" if asks_more else "any" if request_method is None else "own"
        self._state.routes.append(Route(name, pattern, self.maybe_dotted(factory), _methods(request_method), traverse, muster.here(), len(self._state.routes), takes))

    def add_view(self, view=None, name="", for_=None, permission=None, request_type=None, route_name=None, request_method=None, request_param=None, containment=None, attr=None, renderer=None, wrapper=None, xhr=None, accept=None, header=None, path_info=None, custom_predicates=(), context=None, decorator=None, mapper=None, http_cache=None, match_param=None, require_csrf=None, exception_only=False, **predicates):
        self._add_view(self.maybe_dotted(view), muster.here(), name, context, permission, route_name, request_method, attr, decorator, predicates.get("effective_principals"))

    def _add_view(self, view, at, name="", context=None, permission=None, route_name=None, request_method=None, attr=None, decorator=None, effective_principals=None, **others):
        if muster_pyramid.is_exception(context):
            # It answers an error, and no path.
            return
        defaults = getattr(view, "__view_defaults__") if muster.has(view, "__view_defaults__") else {}
        route_name = route_name or defaults.get("route_name")
        permission = permission or defaults.get("permission")
        request_method = request_method or defaults.get("request_method")
        attr = attr or defaults.get("attr")
        decorator = decorator or defaults.get("decorator")
        self._state.views.append(View(view, route_name, _methods(request_method), attr, permission, decorator, effective_principals, at))

    def add_static_view(self, name, path, permission=NO_PERMISSION_REQUIRED, **options):
        if "//" in name:
            return
        route = "__" + name + "/"
        self.add_route(route, name.rstrip("/") + "/*subpath")
        self._state.views.append(View(Configurator.add_static_view, route, ("GET",), None, permission, None, None, muster.here()))

    def add_forbidden_view(self, *args, **kwargs):
        pass

    add_notfound_view = add_forbidden_view
    add_exception_view = add_forbidden_view
    add_renderer = add_forbidden_view
    add_subscriber = add_forbidden_view
    add_translation_dirs = add_forbidden_view
    add_view_deriver = add_forbidden_view
    add_view_predicate = add_forbidden_view
    add_route_predicate = add_forbidden_view
    add_response_adapter = add_forbidden_view
    override_asset = add_forbidden_view
    set_session_factory = add_forbidden_view
    set_default_csrf_options = add_forbidden_view
    set_request_factory = add_forbidden_view
    set_response_factory = add_forbidden_view
    set_locale_negotiator = add_forbidden_view
    add_cache_buster = add_forbidden_view

    def add_tween(self, tween_factory, under=None, over=None):
        self._state.tweens.append(self.maybe_dotted(tween_factory))

    def add_request_method(self, callable=None, name=None, property=False, reify=False):
        method = self.maybe_dotted(callable)
        self._state.methods.append((name or method.__name__, method, property or reify))

    def set_request_property(self, callable, name=None, reify=False):
        self.add_request_method(callable, name, property=True)

    def set_root_factory(self, factory):
        self._state.root_factory = self.maybe_dotted(factory)

    def set_security_policy(self, policy):
        self._state.security_policy = self.maybe_dotted(policy)

    def set_authentication_policy(self, policy):
        self._state.authentication_policy = self.maybe_dotted(policy)

    def set_authorization_policy(self, policy):
        self._state.authorization_policy = self.maybe_dotted(policy)

    def set_default_permission(self, permission):
        self._state.default_permission = permission

    def set_jwt_authentication_policy(self, *args, **kwargs):
        from pyramid.authentication import JWTAuthenticationPolicy

        self._state.authentication_policy = JWTAuthenticationPolicy(kwargs.get("callback"))

    def scan(self, package=None, categories=("pyramid",), onerror=None, ignore=None, **kwargs):
        module = self.maybe_dotted(package) if package is not None else muster.imported(self.package)
        self._scan_module(module)
        if muster.has(module, "__path__"):
            for info in pkgutil.walk_packages(module.__path__, module.__name__ + "."):
                if not muster_pyramid.is_ignored(info.name, ignore):
                    self._scan_module(muster.imported(info.name))

    def _scan_module(self, module):
        for name in self._state.scanned:
            if name == module.__name__:
                return
        self._state.scanned.append(module.__name__)
        for found in muster_pyramid.defined_in(module):
            for settings, at in muster_pyramid.attached(found):
                self._add_view(found, at, **settings)
            for attr, settings, at in muster_pyramid.attached_to_methods(found):
                self._add_view(found, at, **{"attr": attr, **settings})
            if muster.has(found, "__pyramid_scan__"):
                found.__pyramid_scan__(self)

    def make_wsgi_app(self):
        return Router(self.registry)

    def muster_routes(self):
        state = self._state
        for at in state.outside:
            muster.lost(self, "mount", "what is included is outside the repository: it may add routes", at)
        for view in state.views:
            if view.route_name is None:
                muster.lost(self, "route", "a view that traversal finds: its path depends on data", view.at)
        for route in state.routes:
            self._serve_route(route, [view for view in state.views if view.route_name == route.name])

    def _serve_route(self, route, views):
        path, names = muster_pyramid.template(route.pattern)
        methods = []
        for view in views:
            for method in _both(route.methods, view.methods):
                if method not in methods:
                    methods.append(method)
        for method in methods:
            answering = [view for view in views if method in _both(route.methods, view.methods)]
            first = answering[0]
            muster.serve(self, method, path, shown(first), self._way(route, answering, names), first.at, self._around(answering), (route.position, route.pattern, route.takes))

    def _around(self, views):
        state = self._state
        around = list(state.tweens)
        for view in views:
            if view.permission is not None or state.default_permission is not None:
                around.append(state.security_policy)
                around.append(state.authentication_policy)
                around.append(state.authorization_policy)
            if view.decorator is not None:
                around.append(view.decorator)
        return around

    def _way(self, route, views, names):
        state = self._state

        def way():
            request = Request(state, {name: muster.text("path", name) for name in names}, route)

            def handler(request):
                for view in views[1:]:
                    # Which of several views answers depends on what the caller sends.
                    if muster.given("query"):
                        muster.leave(answer, state, route, view, request)
                muster.leave(answer, state, route, views[0], request)

            for factory in state.tweens:
                # One from outside is taken to let requests on; it is named among what stands around.
                if not muster_pyramid.is_outside(factory):
                    handler = factory(handler, state.registry)
            muster.leave(handler, request)

        return way


class PrefixContext:
    def __init__(self, config, prefix):
        self.config = config
        self.prefix = prefix

    def __enter__(self):
        self.outer = self.config.route_prefix
        self.config.route_prefix = self.config._joined(self.prefix)
        return self.config

    def __exit__(self, *raised):
        self.config.route_prefix = self.outer


class Router:
    def __init__(self, registry):
        self.registry = registry

    def __call__(self, environ, start_response):
        pass


def _methods(asked):
    if asked is None:
        return None
    if isinstance(asked, (list, tuple)):
        return asked
    return (asked,)


def _both(route, view):
    if route is None:
        return view or ("*",)
    if view is None:
        return route
    return [method for method in route if method in view]
