from ...routing import SecuredRouter

stock_router = SecuredRouter(prefix="/stock", tags=["stock"])


@stock_router.get("")
def levels():
    return []


@stock_router.post("/{sku}/adjust")
def adjust(sku: str):
    return {}
