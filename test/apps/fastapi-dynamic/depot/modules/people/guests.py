import fastapi

api = router = fastapi.APIRouter(prefix="/guests")


@api.get("/{name}")
@api.get("/by-name/{name}", name="by_name")
def guest(name: str):
    return name
