import pkgutil
from importlib import import_module

from werkzeug.utils import find_modules, import_string

PLUGINS = ["harbour.plugins.customs:blueprint", "harbour.plugins.pilots.blueprint"]


def install_plugins(app):
    for reference in PLUGINS:
        app.register_blueprint(import_string(reference), url_prefix="/plugins/" + reference.split(".")[2].split(":")[0])


def install_modules(app, package):
    """Every module that offers a blueprint, and some of those below it."""
    for name in find_modules(package):
        module = import_string(name)
        if hasattr(module, "blueprint"):
            app.register_blueprint(module.blueprint)
    lazy = import_module("harbour.lazy")
    for info in pkgutil.iter_modules(lazy.__path__):
        module = import_module(f"{lazy.__name__}.{info.name}")
        module.register(app)
