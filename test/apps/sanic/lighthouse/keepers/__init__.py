"""The keepers."""
from sanic import Blueprint

from .people import people
from .shifts import shifts

keepers = Blueprint.group([people, shifts], url_prefix="keepers", strict_slashes=True)
