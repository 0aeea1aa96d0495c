import os
from fastapi import APIRouter, FastAPI
app = FastAPI()
router_16 = APIRouter(prefix="/r16")
if os.environ.get("FEATURE") == "on":
    pass
else:
    app.include_router(router_16, prefix="/i15")
    if os.environ.get("FEATURE") == "on":
        @router_16.get("/files25/{rest25:path}")
        async def handle_25():
            return {}
