from fastapi import FastAPI


def setup(app: FastAPI) -> None:
    from storefront.security import require_staff
    from fastapi import APIRouter, Depends

    router = APIRouter(prefix="/loyalty")

    @router.get("/points")
    def points():
        return 0

    @router.post("/points", dependencies=[Depends(require_staff)])
    def grant():
        return 1

    app.include_router(router)
