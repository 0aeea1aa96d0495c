import type { Plugin } from "@muster/contract";
import { linkSources } from "@muster/plugin-tester/sources";
import aiohttp from "@muster/plugin-aiohttp";
import django from "@muster/plugin-django";
import fastapi from "@muster/plugin-fastapi";
import flask from "@muster/plugin-flask";
import litestar from "@muster/plugin-litestar";
import sanic from "@muster/plugin-sanic";
import python from "@muster/python/plugin";
import { describe, expect, test } from "vitest";
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

describe("resolvers bound by Ariadne", () => {
  const schema = `from ariadne import MutationType, ObjectType, QueryType, SubscriptionType, gql, make_executable_schema
query = QueryType()
mutation = ObjectType("Mutation")
subscription = SubscriptionType()
user = ObjectType("User")

@query.field("hello")
def resolve_hello(*_):
    return ""

@query.field("me")
def resolve_me(_, info):
    if info.context["request"].headers.get("authorization") != "secret":
        raise Exception("who are you")
    return ""

@mutation.field("close")
def resolve_close(_, info, name):
    return True

@subscription.source("ticks")
async def ticks(_, info):
    yield 1

@user.field("age")
def resolve_age(user, info):
    return 1

query.set_field("aliased", resolve_hello)
schema = make_executable_schema(gql("type Query { hello: String }"), query, [mutation, subscription], user)
`;
  const all = ["mutation close public", "query aliased public", "query hello public", "query me protected", "subscription ticks public"];

  test("are listed where its ASGI application is mounted", async () => {
    const code = `${schema}from ariadne.asgi import GraphQL\nfrom starlette.applications import Starlette\nfrom starlette.routing import Mount\napp = Starlette(routes=[Mount("/graphql", GraphQL(schema))])\n`;
    expect(await operationsOf([fastapi], code)).toEqual(all);
  });

  test("are listed where a handler hands its request on", async () => {
    const code = `${schema}from ariadne.asgi import GraphQL\nfrom fastapi import FastAPI, Request\napp = FastAPI()\nserver = GraphQL(schema)\n@app.post("/graphql")\nasync def handed(request: Request):\n    return await server.handle_request(request)\n`;
    expect(await operationsOf([fastapi], code)).toEqual(all);
  });

  test("are listed where a view of Flask asks the schema", async () => {
    const code = `${schema}from ariadne import graphql_sync\nfrom flask import Flask, jsonify, request\napp = Flask(__name__)\n@app.post("/graphql")\ndef asked():\n    success, result = graphql_sync(schema, request.get_json(), context_value={"request": request})\n    return jsonify(result), 200 if success else 400\n`;
    expect(await operationsOf([flask], code)).toEqual(all);
  });
});

describe("Strawberry's resolvers are listed behind", () => {
  const schema = `import strawberry
from strawberry.permission import BasePermission
class Known(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return info.context["request"].headers.get("authorization") == "secret"
@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "hello"
    @strawberry.field(permission_classes=[Known])
    def mine(self) -> str:
        return ""
schema = strawberry.Schema(query=Query)
`;
  const views: readonly (readonly [string, Plugin, string])[] = [
    ["Starlette's route", fastapi, `from starlette.applications import Starlette\nfrom starlette.routing import Route\nfrom strawberry.asgi import GraphQL\napp = Starlette(routes=[Route("/graphql", GraphQL(schema))])\n`],
    ["a view of Flask", flask, `from flask import Flask\nfrom strawberry.flask.views import GraphQLView\napp = Flask(__name__)\napp.add_url_rule("/graphql", view_func=GraphQLView.as_view("graphql", schema=schema))\n`],
    ["a view of Quart", flask, `from quart import Quart\nfrom strawberry.quart.views import GraphQLView\napp = Quart(__name__)\napp.add_url_rule("/graphql", view_func=GraphQLView.as_view("graphql", schema=schema))\n`],
    ["a view of Sanic", sanic, `from sanic import Sanic\nfrom strawberry.sanic.views import GraphQLView\napp = Sanic("app")\napp.add_route(GraphQLView.as_view(schema=schema), "/graphql")\n`],
    ["a handler of aiohttp", aiohttp, `from aiohttp import web\nfrom strawberry.aiohttp.views import GraphQLView\napp = web.Application()\napp.router.add_route("*", "/graphql", GraphQLView(schema=schema))\n`],
    ["a controller of Litestar", litestar, `from litestar import Litestar\nfrom strawberry.litestar import make_graphql_controller\napp = Litestar([make_graphql_controller(schema, path="/graphql")])\n`],
    ["a handler that asks the schema", fastapi, `from fastapi import FastAPI, Request\napp = FastAPI()\n@app.post("/graphql")\nasync def asked(request: Request):\n    return (await schema.execute("", context_value={"request": request})).data\n`],
  ];

  test.each(views)("%s", async (_, framework, code) => {
    expect(await operationsOf([framework], `${schema}${code}`)).toEqual(["query hello public", "query mine protected"]);
  });
});

async function operationsOf(frameworks: readonly Plugin[], code: string): Promise<string[]> {
  const { endpoints } = await linkSources([python, ...frameworks, graphql], { "main.py": code });
  return endpoints.flatMap(({ operations }) => operations ?? []).map(({ kind, name, posture }) => `${kind} ${name} ${posture}`);
}

test("a resolver that answers a header with an error is undecided where the header is named like a credential, and open where it is not", async () => {
  const resolver = (name: string, header: string): string => `    @strawberry.field\n    def ${name}(self, info) -> str:\n        if info.context.request.headers.get("${header}") != "red":\n            raise Exception("no")\n        return ""\n`;
  const code = `import strawberry\nfrom django.urls import path\nfrom strawberry.django.views import GraphQLView\n@strawberry.type\nclass Query:\n${resolver("by_key", "X-API-Key")}${resolver("by_colour", "X-Colour")}schema = strawberry.Schema(query=Query)\nurlpatterns = [path("graphql", GraphQLView.as_view(schema=schema))]\n`;
  expect(await operations(code)).toEqual(["query by_colour public", "query by_key unknown"]);
});
