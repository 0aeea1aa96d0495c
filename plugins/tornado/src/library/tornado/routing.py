"""Routers, rules, and what they match."""

from tornado._native import extend_rules


class Matcher:
    pass


class AnyMatches(Matcher):
    pass


class HostMatches(Matcher):
    def __init__(self, host_pattern):
        self.host_pattern = host_pattern


class DefaultHostMatches(Matcher):
    def __init__(self, application, host_pattern):
        self.host_pattern = host_pattern


class PathMatches(Matcher):
    def __init__(self, path_pattern):
        self.path_pattern = path_pattern


class Rule:
    def __init__(self, matcher, target, target_kwargs=None, name=None):
        self.matcher = matcher
        self.target = target
        self.target_kwargs = target_kwargs
        self.name = name


class _Regex:
    def __init__(self, pattern):
        self.pattern = pattern


class URLSpec(Rule):
    def __init__(self, pattern, handler, kwargs=None, name=None):
        super().__init__(PathMatches(pattern), handler, kwargs, name)
        self.regex = _Regex(pattern)
        self.handler_class = handler
        self.kwargs = kwargs


class Router:
    pass


class RuleRouter(Router):
    def __init__(self, rules=None):
        if rules:
            self.add_rules(rules)

    def add_rules(self, rules):
        extend_rules(self, rules)


class ReversibleRuleRouter(RuleRouter):
    pass
