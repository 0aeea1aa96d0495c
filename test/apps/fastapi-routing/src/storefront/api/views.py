"""Class based views, by the shop's own decorators and by fastapi-utils."""

from fastapi import APIRouter, Depends
from fastapi_utils.cbv import cbv

from storefront.routing import controller, view
from storefront.schemas import Product
from storefront.security import page_size, require_partner, require_staff

baskets = APIRouter(prefix="/baskets")
wishes = APIRouter()
coupons = APIRouter(prefix="/coupons")


@view(baskets)
class Baskets:
    staff: str = Depends(require_staff)

    @baskets.get("")
    def list_baskets(self):
        return [self.staff]

    @baskets.delete("/{basket_id}")
    def delete_basket(self, basket_id: int):
        return {"by": self.staff}


@controller(wishes, prefix="/wishes")
class Wishes:
    size: int = Depends(page_size)

    def get(self):
        return [self.size]

    def post(self, product: Product):
        return product

    def clear(self):
        """Not a verb: not a route."""


@cbv(coupons)
class Coupons:
    partner: str = Depends(require_partner)

    @coupons.get("/{code}")
    def read_coupon(self, code: str):
        return {"code": code, "for": self.partner}

    @coupons.post("/{code}/redeem")
    async def redeem(self, code: str):
        return {"code": code}


class BaseReports:
    """Registers bound methods of its instances."""

    prefix = "/base"

    def __init__(self) -> None:
        self.router = APIRouter(prefix=self.prefix)
        self.router.add_api_route("/summary", self.summary, methods=["GET"])
        self.register()

    def register(self) -> None:
        pass

    def summary(self):
        return {}


class SalesReports(BaseReports):
    prefix = "/sales"

    def register(self) -> None:
        self.router.add_api_route("/by-day", self.by_day, methods=["GET"], dependencies=[Depends(require_staff)])

    def by_day(self, day: str = "today"):
        return {"day": day}


sales = SalesReports()
