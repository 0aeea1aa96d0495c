from muster import given
from muster_flask import here

from .errors import abort
from .marshalling import marshal
from .model import Model, SchemaModel
from .reqparse import RequestParser


def _described(target):
    return target


def _describing(*args, **kwargs):
    """A decorator that adds to the document alone."""
    return _described


class Namespace:
    def __init__(self, name, description=None, path=None, decorators=None, validate=None, authorizations=None, ordered=False, **kwargs):
        self.name = name
        self.description = description
        self._path = path
        self.decorators = decorators if decorators else []
        self.resources = []
        self.models = {}
        self.apis = []
        if kwargs.get("api") is not None:
            self.apis.append(kwargs["api"])

    @property
    def path(self):
        return (self._path or ("/" + self.name)).rstrip("/")

    @property
    def payload(self):
        return given("body")

    def add_resource(self, resource, *urls, **kwargs):
        kwargs.pop("route_doc", None)
        kwargs.setdefault("muster_place", here())
        self.resources.append((resource, urls, kwargs))
        for api in self.apis:
            api.register_resource(self, resource, *api.ns_urls(self, urls), **kwargs)

    def route(self, *urls, **kwargs):
        def wrapper(cls):
            kwargs.pop("doc", None)
            self.add_resource(cls, *urls, **kwargs)
            return cls

        return wrapper

    def abort(self, *args, **kwargs):
        abort(*args, **kwargs)

    def doc(self, shortcut=None, **kwargs):
        return _described

    def hide(self, func):
        return func

    def deprecated(self, func):
        return func

    param = _describing
    response = _describing
    header = _describing
    produces = _describing
    expect = _describing
    marshal_with = _describing
    marshal_list_with = _describing
    vendor = _describing

    def marshal(self, *args, **kwargs):
        return marshal(*args, **kwargs)

    def errorhandler(self, exception):
        return _described

    def add_model(self, name, definition):
        self.models[name] = definition
        return definition

    def model(self, name=None, model=None, **kwargs):
        return self.add_model(name, Model(name))

    def schema_model(self, name=None, schema=None):
        return self.add_model(name, SchemaModel(name))

    def extend(self, name, parent, fields):
        return self.add_model(name, Model(name))

    def clone(self, name, *specs):
        return self.add_model(name, Model(name))

    def inherit(self, name, *specs):
        return self.add_model(name, Model(name))

    def as_list(self, field):
        return field

    def parser(self):
        return RequestParser()
