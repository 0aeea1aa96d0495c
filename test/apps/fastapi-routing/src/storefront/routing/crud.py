from typing import Callable, Optional, Sequence, Type

from fastapi import APIRouter, Depends
from pydantic import BaseModel


def crud_router(
    name: str,
    schema: Type[BaseModel],
    *,
    write_guard: Optional[Callable] = None,
    without: Sequence[str] = (),
) -> APIRouter:
    """The usual five routes for one kind of record."""
    router = APIRouter(prefix=f"/{name}", tags=[name])
    guards = [Depends(write_guard)] if write_guard else []

    @router.get("")
    def list_records():
        return []

    @router.get("/{record_id}")
    def read_record(record_id: int):
        return {"id": record_id}

    @router.post("", status_code=201, dependencies=guards)
    def create_record(record: schema):
        return record

    if "replace" not in without:

        @router.put("/{record_id}", dependencies=guards)
        def replace_record(record_id: int, record: schema):
            return record

    if "delete" not in without:
        router.add_api_route("/{record_id}", _delete, methods=["DELETE"], status_code=204, dependencies=guards)

    return router


def _delete(record_id: int) -> None:
    return None
