from fastapi import APIRouter, FastAPI
app = FastAPI()
router_3 = APIRouter(prefix="/v1/r3")
router_6 = APIRouter(prefix="/r6")
router_8 = FastAPI()
router_6.mount("/i7", router_8)
router_3.include_router(router_6, prefix="/i5/{part5}")
app.include_router(router_3, prefix="/i2/{part2}")
