from muster_flask import here, is_known, lose

from .cli import AppGroup
from .scaffold import Scaffold, _endpoint_from_view_func


class BlueprintSetupState:
    def __init__(self, blueprint, app, options, first_registration):
        self.app = app
        self.blueprint = blueprint
        self.options = options
        self.first_registration = first_registration
        subdomain = options.get("subdomain")
        if subdomain is None:
            subdomain = blueprint.subdomain
        self.subdomain = subdomain
        url_prefix = options.get("url_prefix")
        if url_prefix is None:
            url_prefix = blueprint.url_prefix
        self.url_prefix = url_prefix
        self.name = options.get("name", blueprint.name)
        self.name_prefix = options.get("name_prefix", "")
        self.url_defaults = dict(blueprint.url_values_defaults)
        self.url_defaults.update(options.get("url_defaults") or {})

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        if self.url_prefix is not None:
            if rule:
                rule = "/".join((self.url_prefix.rstrip("/"), rule.lstrip("/")))
            else:
                rule = self.url_prefix
        options.setdefault("subdomain", self.subdomain)
        if endpoint is None:
            endpoint = _endpoint_from_view_func(view_func)
        defaults = self.url_defaults
        if options.get("defaults"):
            defaults = dict(defaults, **options.pop("defaults"))
        else:
            options.pop("defaults", None)
        options["muster_blueprint"] = self.blueprint
        self.app.add_url_rule(rule, f"{self.name_prefix}.{self.name}.{endpoint}".lstrip("."), view_func, defaults=defaults, **options)


class Blueprint(Scaffold):
    _got_registered_once = False

    def __init__(
        self,
        name,
        import_name,
        static_folder=None,
        static_url_path=None,
        template_folder=None,
        url_prefix=None,
        subdomain=None,
        url_defaults=None,
        root_path=None,
        cli_group=None,
    ):
        super().__init__(import_name, static_folder=static_folder, static_url_path=static_url_path, template_folder=template_folder, root_path=root_path)
        self.name = name
        self.url_prefix = url_prefix
        self.subdomain = subdomain
        self.deferred_functions = []
        self.url_values_defaults = url_defaults or {}
        self.cli_group = cli_group
        self.cli = AppGroup()
        self._blueprints = []

    def record(self, func):
        self.deferred_functions.append(func)

    def record_once(self, func):
        def once(state):
            if state.first_registration:
                func(state)

        self.record(once)

    def make_setup_state(self, app, options, first_registration=False):
        return BlueprintSetupState(self, app, options, first_registration)

    def register_blueprint(self, blueprint, **options):
        if not is_known(blueprint):
            lose("mount", blueprint)
            return
        self._blueprints.append((blueprint, options))

    def register(self, app, options):
        name_prefix = options.get("name_prefix", "")
        self_name = options.get("name", self.name)
        name = f"{name_prefix}.{self_name}".lstrip(".")
        first_registration = not any([blueprint is self for blueprint in app.blueprints.values()])
        app.blueprints[name] = self
        self._got_registered_once = True
        state = self.make_setup_state(app, options, first_registration)
        if self.has_static_folder:
            state.add_url_rule(f"{self.static_url_path}/<path:filename>", view_func=self.send_static_file, endpoint="static")
        self._merge_blueprint_funcs(app, name)
        for deferred in self.deferred_functions:
            deferred(state)
        for blueprint, given in self._blueprints:
            bp_options = given.copy()
            bp_url_prefix = bp_options.get("url_prefix")
            bp_subdomain = bp_options.get("subdomain")
            if bp_subdomain is None:
                bp_subdomain = blueprint.subdomain
            if state.subdomain is not None and bp_subdomain is not None:
                bp_options["subdomain"] = bp_subdomain + "." + state.subdomain
            elif bp_subdomain is not None:
                bp_options["subdomain"] = bp_subdomain
            elif state.subdomain is not None:
                bp_options["subdomain"] = state.subdomain
            if bp_url_prefix is None:
                bp_url_prefix = blueprint.url_prefix
            if state.url_prefix is not None and bp_url_prefix is not None:
                bp_options["url_prefix"] = state.url_prefix.rstrip("/") + "/" + bp_url_prefix.lstrip("/")
            elif bp_url_prefix is not None:
                bp_options["url_prefix"] = bp_url_prefix
            elif state.url_prefix is not None:
                bp_options["url_prefix"] = state.url_prefix
            bp_options["name_prefix"] = name
            blueprint.register(app, bp_options)

    def _merge_blueprint_funcs(self, app, name):
        for key, functions in self.before_request_funcs.items():
            full = name if key is None else f"{name}.{key}"
            app.before_request_funcs.setdefault(full, []).extend(functions)
        for key, functions in self.after_request_funcs.items():
            full = name if key is None else f"{name}.{key}"
            app.after_request_funcs.setdefault(full, []).extend(functions)
        for key, functions in self.url_value_preprocessors.items():
            full = name if key is None else f"{name}.{key}"
            app.url_value_preprocessors.setdefault(full, []).extend(functions)
        for key, handlers in self.error_handler_spec.items():
            full = name if key is None else f"{name}.{key}"
            app.error_handler_spec.setdefault(full, []).extend(handlers)
        for endpoint, func in self.view_functions.items():
            app.view_functions[endpoint] = func

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        options.setdefault("muster_place", here())

        def add(state):
            state.add_url_rule(rule, endpoint, view_func, provide_automatic_options=provide_automatic_options, **options)

        self.record(add)

    def before_app_request(self, f):
        self.record_once(lambda state: state.app.before_request_funcs.setdefault(None, []).append(f))
        return f

    def after_app_request(self, f):
        self.record_once(lambda state: state.app.after_request_funcs.setdefault(None, []).append(f))
        return f

    def teardown_app_request(self, f):
        return f

    def app_context_processor(self, f):
        return f

    def before_app_first_request(self, f):
        return f

    def app_url_value_preprocessor(self, f):
        self.record_once(lambda state: state.app.url_value_preprocessors.setdefault(None, []).append(f))
        return f

    def app_url_defaults(self, f):
        return f

    def app_errorhandler(self, code):
        def decorator(f):
            self.record_once(lambda state: state.app.register_error_handler(code, f))
            return f

        return decorator

    def app_template_filter(self, name=None):
        def decorator(f):
            return f

        return decorator

    app_template_test = app_template_filter
    app_template_global = app_template_filter

    def add_app_template_filter(self, f, name=None):
        return None

    add_app_template_global = add_app_template_filter
    add_app_template_test = add_app_template_filter
