import { linkSources } from "@muster/plugin-tester/sources";
import django from "@muster/plugin-django";
import fastapi from "@muster/plugin-fastapi";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import graphql from "./index.ts";

const site = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
  "site/__init__.py": "",
  "site/settings.py": 'ROOT_URLCONF = "site.urls"\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]\n',
};

async function operations(urls: string): Promise<string[]> {
  const { endpoints } = await linkSources([python, django, graphql], { ...site, "site/urls.py": urls });
  return (endpoints.find(({ method }) => method === "POST")?.operations ?? []).map(({ kind, name, posture }) => `${kind} ${name} ${posture}`);
}

test("Strawberry's resolvers are listed with what guards each", async () => {
  const code = `import strawberry
from django.urls import path
from strawberry.django.views import GraphQLView
from strawberry.permission import BasePermission, PermissionExtension

class IsAuthenticated(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return info.context.request.user.is_authenticated

class Nothing(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return True

def rooms() -> list[str]:
    return []

@strawberry.type
class Shared:
    @strawberry.field
    def hello(self) -> str:
        return "hello"

@strawberry.type
class Query(Shared):
    rooms: list[str] = strawberry.field(resolver=rooms)

    @strawberry.field(permission_classes=[IsAuthenticated])
    def me(self, info) -> str:
        return info.context.request.user.username

    @strawberry.field(extensions=[PermissionExtension(permissions=[IsAuthenticated()])])
    def extended(self) -> str:
        return ""

    @strawberry.field(permission_classes=[Nothing])
    def open(self) -> str:
        return ""

@strawberry.type
class Mutation:
    @strawberry.mutation
    def close(self, info: strawberry.Info, name: str) -> bool:
        if not info.context.request.user.is_authenticated:
            raise Exception("who are you")
        return True

    @strawberry.mutation
    def ring(self, info, name: str) -> bool:
        if name == "":
            raise Exception("no name")
        return True

schema = strawberry.Schema(query=Query, mutation=Mutation)
urlpatterns = [path("graphql", GraphQLView.as_view(schema=schema))]
`;
  expect(await operations(code)).toEqual(["mutation close protected", "mutation ring public", "query extended protected", "query hello public", "query me protected", "query open public", "query rooms public"]);
});

test("what guards the endpoint guards every operation", async () => {
  const code = `import strawberry
from django.contrib.auth.decorators import login_required
from django.urls import path
from strawberry.django.views import GraphQLView
@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "hello"
urlpatterns = [path("graphql", login_required(GraphQLView.as_view(schema=strawberry.Schema(Query))))]
`;
  expect(await operations(code)).toEqual(["query hello protected"]);
});

test("behind a router of FastAPI the context says who calls", async () => {
  const code = `import strawberry
from fastapi import Depends, FastAPI, Request
from strawberry.fastapi import BaseContext, GraphQLRouter
from strawberry.permission import BasePermission

TOKENS = {"secret": "root"}

class Context(BaseContext):
    @property
    def user(self):
        return TOKENS.get(self.request.headers.get("authorization"))

def get_context() -> Context:
    return Context()

def get_dict(request: Request):
    return {"user": TOKENS.get(request.headers.get("authorization"))}

class SignedIn(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return info.context.user is not None

class InDict(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return info.context["user"] is not None

class Bearer(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return info.context["request"].headers.get("authorization") == "secret"

@strawberry.type
class Query:
    @strawberry.field(permission_classes=[SignedIn])
    def me(self) -> str:
        return ""

    @strawberry.field
    def open(self) -> str:
        return ""

@strawberry.type
class Other:
    @strawberry.field(permission_classes=[InDict])
    def me(self) -> str:
        return ""

@strawberry.type
class Third:
    @strawberry.field(permission_classes=[Bearer])
    def me(self) -> str:
        return ""

app = FastAPI(openapi_url=None)
app.include_router(GraphQLRouter(strawberry.Schema(query=Query), context_getter=get_context), prefix="/one")
app.include_router(GraphQLRouter(strawberry.Schema(query=Other), context_getter=get_dict), prefix="/two")
app.include_router(GraphQLRouter(strawberry.Schema(query=Third)), prefix="/three")
`;
  const { endpoints } = await linkSources([python, fastapi, graphql], { "main.py": code });
  const found = endpoints.flatMap(({ path, operations }) => (operations ?? []).map(({ name, posture }) => `${path} ${name} ${posture}`));
  expect(found.sort()).toEqual(["/one me protected", "/one open public", "/three me protected", "/two me protected"]);
});

test("Graphene's resolvers and mutations are listed with what guards each", async () => {
  const code = `import graphene
from django.urls import path
from graphene import relay
from graphene_django import DjangoListField
from graphene_django.views import GraphQLView
from graphql import GraphQLError
from graphql_jwt.decorators import login_required

class Shared(graphene.ObjectType):
    hello = graphene.String()
    def resolve_hello(root, info):
        return "hello"

class Query(Shared, graphene.ObjectType):
    me = graphene.String()
    rooms = DjangoListField(str)
    closed = graphene.List(graphene.String, name=graphene.String())

    @login_required
    def resolve_me(self, info):
        return ""

    def resolve_closed(self, info, name):
        if info.context.user.is_anonymous:
            raise GraphQLError("who are you")
        return []

class Close(graphene.Mutation):
    class Arguments:
        name = graphene.String()
    ok = graphene.Boolean()
    @login_required
    def mutate(root, info, name):
        return Close(ok=True)

class Open(graphene.Mutation):
    @classmethod
    def mutate(cls, root, info, name):
        return cls()

class Ring(relay.ClientIDMutation):
    @classmethod
    @login_required
    def mutate_and_get_payload(cls, root, info, **input):
        return cls()

class Mutation(graphene.ObjectType):
    close = Close.Field()
    open = Open.Field()
    ring = Ring.Field()

schema = graphene.Schema(query=Query, mutation=Mutation)
urlpatterns = [path("graphql", GraphQLView.as_view(schema=schema))]
`;
  expect(await operations(code)).toEqual(["mutation close protected", "mutation open public", "mutation ring protected", "query closed protected", "query hello public", "query me protected", "query rooms public"]);
});
