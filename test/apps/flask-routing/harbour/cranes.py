from flask import Blueprint

from . import cranes_config

cranes = Blueprint("cranes", __name__, static_folder="crane-files", url_prefix=cranes_config.PREFIX)

from . import crane_views  # noqa: E402,F401
