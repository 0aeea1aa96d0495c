"""Groups of blueprints."""

from sanic.blueprints import BlueprintGroup
