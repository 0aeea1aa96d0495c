import pkgutil

from muster import imported
from muster_flask import redirect


def import_string(import_name, silent=False):
    return imported(import_name)


def find_modules(import_path, include_packages=False, recursive=False):
    found = []
    for info in pkgutil.iter_modules(imported(import_path).__path__):
        name = import_path + "." + info.name
        if info.ispkg:
            if include_packages:
                found.append(name)
            if recursive:
                found.extend(find_modules(name, include_packages, True))
        else:
            found.append(name)
    return found
