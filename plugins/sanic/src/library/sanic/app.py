"""Applications."""

from sanic._native import made, record_lost, record_route
from sanic.base import BaseSanic
from sanic.blueprints import Blueprint, BlueprintGroup
from sanic.config import Config


class _Context:
    pass


class Sanic(BaseSanic):
    _applications = {}
    test_mode = False

    def __init__(self, name=None, config=None, ctx=None, router=None, signal_router=None, error_handler=None, env_prefix="SANIC_", request_class=None, strict_slashes=False, log_config=None, configure_logging=True, dumps=None, loads=None, inspector=False, inspector_class=None, certloader_class=None, **options):
        self.name = name
        self.config = Config() if config is None else config
        self.ctx = _Context() if ctx is None else ctx
        self.strict_slashes = strict_slashes
        self.blueprints = {}
        self._request_middleware = []
        self._error_handlers = []
        self._listeners = []
        made(self)
        Sanic._applications[name] = self

    @classmethod
    def get_app(cls, name=None, *, force_create=False):
        if name is None:
            return list(Sanic._applications.values())[0]
        return Sanic._applications[name]

    def update_config(self, config):
        self.config.update_config(config)

    def extend(self, **options):
        pass

    def add_task(self, task, *, name=None, register=True):
        pass

    def run(self, *args, **kwargs):
        pass

    def _add_route(self, future):
        self._serve(future, future.uri, future.strict_slashes, future.version, future.version_prefix, [], f"{self.name}.{future.name or _name_of(future.handler)}")

    def _add_static(self, future, resource_type):
        record_route(self, future, future.uri, [], future.name, resource_type)

    def _serve(self, future, uri, strict_slashes, version, version_prefix, middleware, name):
        path = uri
        if version is not None:
            path = f"{version_prefix}{str(version).strip('/').lstrip('v')}/" + path.lstrip("/")
        if not path.startswith("/"):
            path = "/" + path
        if not strict_slashes:
            path = path.rstrip("/") or "/"
        record_route(self, future, path, middleware, name, None)

    def register_named_middleware(self, middleware, route_names, attach_to="request", *, priority=0):
        return middleware

    def blueprint(self, blueprint, *, url_prefix=None, version=None, strict_slashes=None, version_prefix=None, name_prefix=None, **options):
        given = {}
        if url_prefix is not None:
            given["url_prefix"] = url_prefix
        if version is not None:
            given["version"] = version
        if strict_slashes is not None:
            given["strict_slashes"] = strict_slashes
        if version_prefix is not None:
            given["version_prefix"] = version_prefix
        if isinstance(blueprint, BlueprintGroup):
            for item in blueprint.blueprints:
                self.blueprint(item, **_inherited(blueprint, item, given))
        elif isinstance(blueprint, (list, tuple, set)):
            for item in blueprint:
                self.blueprint(item, **given)
        elif isinstance(blueprint, Blueprint):
            self.blueprints[blueprint.name] = blueprint
            blueprint.register(self, given)
        else:
            record_lost(self, blueprint)


def _name_of(handler):
    return getattr(handler, "__name__", "handler")


def _inherited(group, item, given):
    """What a group hands on to one of its own: its prefix before theirs, its version where they have none."""
    out = dict(given)
    parts = [given.get("url_prefix", ""), group.url_prefix or ""]
    if not isinstance(item, BlueprintGroup):
        parts.append(item.url_prefix or "")
    joined = "/".join([str(part).strip("/") for part in parts if part])
    out["url_prefix"] = "/" + joined.rstrip("/")
    if item.version is None:
        out["version"] = group.version or given.get("version")
    if item.strict_slashes is None:
        out["strict_slashes"] = group.strict_slashes or given.get("strict_slashes")
    if item.version_prefix == "/v":
        out["version_prefix"] = given.get("version_prefix") if group.version_prefix == "/v" else group.version_prefix
    return out
