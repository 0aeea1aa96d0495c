"""One schema behind several doors."""

from typing import Optional

import strawberry
from fastapi import Depends, FastAPI, Header, HTTPException
from strawberry.fastapi import BaseContext, GraphQLRouter

KEY = "museum-key"


@strawberry.type
class Query:
    @strawberry.field
    def rooms(self) -> list[str]:
        return ["egypt", "greece"]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def open_room(self, name: str) -> bool:
        return True


schema = strawberry.Schema(query=Query, mutation=Mutation)


class Context(BaseContext):
    def __init__(self, key: Optional[str]):
        super().__init__()
        self.key = key


def require_key(x_museum_key: Optional[str] = Header(None)) -> str:
    if x_museum_key != KEY:
        raise HTTPException(status_code=401)
    return x_museum_key


def strict_context(key: str = Depends(require_key)) -> Context:
    return Context(key)


def friendly_context(x_museum_key: Optional[str] = Header(None)) -> Context:
    return Context(x_museum_key)


class StaffRouter(GraphQLRouter):
    def __init__(self, schema, **options):
        super().__init__(schema, dependencies=[Depends(require_key)], **options)


app = FastAPI()
app.include_router(GraphQLRouter(schema), prefix="/graphql")
app.include_router(GraphQLRouter(schema, path="/ask", graphql_ide=None, allow_queries_via_get=False), prefix="/v2")
app.include_router(GraphQLRouter(schema, prefix="/strict", context_getter=strict_context))
app.include_router(GraphQLRouter(schema, path="/friendly", context_getter=friendly_context))
app.include_router(StaffRouter(schema, path="/"), prefix="/staff")
app.include_router(GraphQLRouter(schema), prefix="/guarded", dependencies=[Depends(require_key)])
