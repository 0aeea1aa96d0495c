from fastapi import APIRouter

__all__ = ["catalogue_router"]

catalogue_router = APIRouter(prefix="/catalogue")
hidden_router = APIRouter(prefix="/hidden")


@catalogue_router.get("/{section}")
def section(section: str):
    return {}


@hidden_router.get("/not-exported")
def not_exported():
    return {}
