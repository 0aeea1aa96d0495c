"""
Chalice: its table of routes, and its own stand-in for API Gateway.

The stand-in runs authorizers that are functions of the application. What the gateway itself checks (a user pool, a signature, an API key) it lets through; here such a route is refused to callers whose credential is not the one below, as the gateway would do.
"""

import warnings
from typing import Any, Dict, Iterator, List

from chalice.app import ChaliceAuthorizer, CustomAuthorizer
from chalice.config import Config
from chalice.local import LocalGateway, LocalGatewayException, RouteMatcher

from ..endpoint import Endpoint, code_of, first_of_each
from ..exchange import Answer, Request

#: Of the form that a user pool issues.
KNOWN = "gateway.eyJzdWIiOiJyb290In0.token"
KEY = "gateway-key"
_routes: Dict[str, Any] = {}


def endpoints_of(app: Any) -> List[Endpoint]:
    return first_of_each(_endpoints(app))


def _endpoints(app: Any) -> Iterator[Endpoint]:
    for path, methods in app.routes.items():
        for method, route in methods.items():
            _routes[f"{method} {path}"] = route
            yield Endpoint(method, path, route.view_name, code={code_of(route.view_function)})


async def send(app: Any, request: Request) -> Answer:
    warnings.simplefilter("ignore")
    gateway = LocalGateway(app, Config())
    route = _matching(gateway, request)
    headers = {name.lower(): value for name, value in request.all_headers()}
    if route is not None and isinstance(route.authorizer, CustomAuthorizer):
        # Whom it lets in is not in this application.
        return Answer(status=500)
    if route is not None and not _gateway_lets_in(route, headers):
        return Answer(status=401)
    headers.setdefault("content-type", "application/json")
    try:
        response = gateway.handle_request(method=request.method, path=request.path, headers=headers, body=request.payload or b"")
    except LocalGatewayException as error:
        return Answer(status=error.CODE)
    body = response["body"]
    return Answer(status=response["statusCode"], body=body if isinstance(body, bytes) else body.encode())


def _matching(gateway: Any, request: Request) -> Any:
    try:
        matched = RouteMatcher(list(gateway._app_object.routes)).match_route(request.path)
    except ValueError:
        return None
    return _routes.get(f"{request.method} {matched.route}")


def _gateway_lets_in(route: Any, headers: Dict[str, str]) -> bool:
    if route.api_key_required and headers.get("x-api-key") != KEY:
        return False
    if route.authorizer is None or isinstance(route.authorizer, ChaliceAuthorizer):
        return True
    return headers.get("authorization") == KNOWN
