import importlib
from pathlib import Path
from typing import Optional

from fastapi import APIRouter, Depends, FastAPI

from storefront import constants
from storefront.api import verbs, views
from storefront.api.shared import comments
from storefront.api.v1 import router as v1_router
from storefront.builder import AppBuilder
from storefront.legacy import legacy_app
from storefront.reports.pages import host, page_routes
from storefront.routing import PartnerRouter, crud_router
from storefront.schemas import Order, Product
from storefront.security import require_staff
from storefront.settings import Settings, settings as default_settings

from .api import v2

EXTENSIONS = ["loyalty", "newsletter"]


def create_app(settings: Optional[Settings] = None, *, with_admin: bool = True, with_beta: bool = False) -> FastAPI:
    settings = settings or default_settings
    app = (
        AppBuilder(settings)
        .with_routers([v1_router, verbs.router], prefix=constants.V1)
        .with_routers((getattr(v2, name) for name in v2.__all__), prefix=constants.V2)
        .with_routers([views.baskets, views.wishes, views.coupons], prefix=settings.api_prefix)
        .with_static("/static", str(Path(__file__).parent / "static"))
        .build()
    )

    # One router in two places, once for staff.
    app.include_router(comments.router, prefix="/products/{product_id}")
    app.include_router(comments.router, prefix="/reviews", dependencies=[Depends(require_staff)], include_in_schema=False)

    by_name = {
        "brands": crud_router("brands", Product),
        "returns": crud_router("returns", Order, write_guard=require_staff, without=["replace"]),
    }
    for name, router in by_name.items():
        app.include_router(router, prefix=f"/crud-{name[0]}")
    app.include_router(by_name["brands"], prefix="/again")

    [app.include_router(router, prefix="/reports") for router in (views.sales.router,)]

    app.include_router(_gateway(), prefix=settings.gateway_prefix)
    app.include_router(_partner("acme"))
    app.router.routes.extend(page_routes)
    app.router.routes.append(host)
    app.mount("/legacy", legacy_app)

    if settings.enable_metrics:
        app.add_api_route(settings.internal_prefix + "/metrics", _metrics, include_in_schema=False)
    if settings.enable_debug:
        app.add_api_route(settings.internal_prefix + "/debug", _metrics)
    if with_admin:
        from storefront.admin import router as admin_router

        app.include_router(admin_router, prefix="/admin", dependencies=[Depends(require_staff)])
    if with_beta:
        app.add_api_route("/beta", _metrics)

    for name in EXTENSIONS:
        importlib.import_module(f"storefront.extensions.{name}").setup(app)

    return app


def _gateway() -> APIRouter:
    gateway = APIRouter()

    def forward(service: str):
        return {"to": service}

    for verb in ("get", "post"):
        gateway.add_api_route("/{service}", forward, methods=[verb], name=f"forward_{verb}")
    return gateway


def _partner(name: str) -> PartnerRouter:
    router = PartnerRouter(name)

    @router.get("/offers")
    def offers():
        return []

    @router.put("/offers/{offer_id}", dependencies=[Depends(require_staff)])
    def change_offer(offer_id: int, product: Product):
        return product

    return router


def _metrics():
    return {}
