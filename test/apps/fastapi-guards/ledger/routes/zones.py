"""Open by themselves: what guards them is middleware and its lists of paths."""

from fastapi import APIRouter

router = APIRouter()

PATHS = [
    # The function middleware guards /vault, but for two exact paths.
    "/vault/gold",
    "/vault/opening-hours",
    "/vault/opening-hours/today",
    # The class middleware guards what is not below one of its prefixes.
    "/office/desk",
    "/office/public/leaflet",
    "/office/publicity",
    # The ASGI middleware guards /machine for all but reads.
    "/machine/start",
    # Nobody guards this.
    "/lobby",
]


def answer():
    return {}


for path in PATHS:
    router.add_api_route(path, answer, methods=["GET"])

router.add_api_route("/machine/start", answer, methods=["POST"])
router.add_api_route("/machine/{part}/stop", answer, methods=["DELETE"])
router.add_api_route("/office/{room}", answer, methods=["PUT"])
