"""Applications below this one: they do not inherit its dependencies, they do inherit its middleware."""

from fastapi import Depends, FastAPI, Request

from .auth import get_current_user, require_role

reports = FastAPI(title="Reports", openapi_url=None, dependencies=[Depends(get_current_user)])
public = FastAPI(title="Public", openapi_url=None)
vault_annexe = FastAPI(openapi_url=None)


@reports.get("/monthly")
def monthly():
    return {}


@reports.delete("/{report_id}", dependencies=[Depends(require_role("admin"))])
def delete_report(report_id: int):
    return {}


@public.get("/leaflet")
def leaflet():
    return {}


@vault_annexe.get("/silver")
def silver(request: Request):
    return {}
