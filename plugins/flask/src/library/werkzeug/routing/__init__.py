from muster_flask import here


class ValidationError(ValueError):
    pass


class BaseConverter:
    regex = "[^/]+"
    part_isolating = True

    def __init__(self, map, *args, **kwargs):
        self.map = map

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class UnicodeConverter(BaseConverter):
    pass


class PathConverter(BaseConverter):
    pass


class AnyConverter(BaseConverter):
    pass


class NumberConverter(BaseConverter):
    pass


class IntegerConverter(NumberConverter):
    pass


class FloatConverter(NumberConverter):
    pass


class UUIDConverter(BaseConverter):
    pass


class RuleFactory:
    pass


class Rule(RuleFactory):
    def __init__(
        self,
        string,
        defaults=None,
        subdomain=None,
        methods=None,
        build_only=False,
        endpoint=None,
        strict_slashes=None,
        merge_slashes=None,
        redirect_to=None,
        alias=False,
        host=None,
        websocket=False,
        muster_blueprint=None,
        muster_hidden=None,
        muster_own=None,
        **options,
    ):
        self.rule = string
        self.defaults = defaults
        self.subdomain = subdomain
        self.methods = methods
        self.build_only = build_only
        self.endpoint = endpoint
        self.redirect_to = redirect_to
        self.host = host
        self.websocket = websocket
        self.muster_blueprint = muster_blueprint
        self.muster_hidden = muster_hidden
        self.muster_own = muster_own
        self.muster_place = here()
        self.muster_view = None
        self.provide_automatic_options = None
        self.required_methods = None

    def get_rules(self, map):
        return [self]


class Submount(RuleFactory):
    def __init__(self, path, rules):
        self.path = path.rstrip("/")
        self.rules = rules

    def get_rules(self, map):
        found = []
        for factory in self.rules:
            for rule in factory.get_rules(map):
                rule.rule = self.path + rule.rule
                found.append(rule)
        return found


class Subdomain(RuleFactory):
    def __init__(self, subdomain, rules):
        self.subdomain = subdomain
        self.rules = rules

    def get_rules(self, map):
        found = []
        for factory in self.rules:
            for rule in factory.get_rules(map):
                rule.subdomain = self.subdomain
                found.append(rule)
        return found


class EndpointPrefix(RuleFactory):
    def __init__(self, prefix, rules):
        self.prefix = prefix
        self.rules = rules

    def get_rules(self, map):
        found = []
        for factory in self.rules:
            for rule in factory.get_rules(map):
                rule.endpoint = self.prefix + rule.endpoint
                found.append(rule)
        return found


class Map:
    def __init__(self, rules=None, default_subdomain="", strict_slashes=True, merge_slashes=True, redirect_defaults=True, converters=None, sort_parameters=False, sort_key=None, host_matching=False):
        self._rules = []
        self.converters = {}
        self.strict_slashes = strict_slashes
        self.merge_slashes = merge_slashes
        self.redirect_defaults = redirect_defaults
        self.default_subdomain = default_subdomain
        self.host_matching = host_matching
        for factory in rules or ():
            self.add(factory)

    def add(self, factory):
        for rule in factory.get_rules(self):
            self._rules.append(rule)

    def iter_rules(self, endpoint=None):
        return self._rules

    def update(self):
        return None
