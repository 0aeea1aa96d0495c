import { linkSources, type Sources } from "@muster/plugin-tester/sources";
import django from "@muster/plugin-django";
import fastapi from "@muster/plugin-fastapi";
import flask from "@muster/plugin-flask";
import litestar from "@muster/plugin-litestar";
import python from "@muster/python/plugin";
import { describe, expect, test } from "vitest";
import graphql from "./index.ts";

async function served(sources: Sources): Promise<string[]> {
  const { endpoints } = await linkSources([python, django, fastapi, flask, graphql], sources);
  return endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`).sort();
}

const site = (urls: string): Sources => ({
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
  "site/__init__.py": "",
  "site/settings.py": 'ROOT_URLCONF = "site.urls"\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware"]\n',
  "site/urls.py": urls,
});

describe("Strawberry", () => {
  const schema = "import strawberry\n@strawberry.type\nclass Query:\n    @strawberry.field\n    def hello(self) -> str:\n        return 'hello'\nschema = strawberry.Schema(query=Query)\n";

  test("a router of FastAPI answers its path by GET, POST and WebSocket", async () => {
    expect(await served({ "main.py": `${schema}from fastapi import FastAPI\nfrom strawberry.fastapi import GraphQLRouter\napp = FastAPI(openapi_url=None)\napp.include_router(GraphQLRouter(schema), prefix="/graphql")\n` })).toEqual(["GET /graphql public", "POST /graphql public", "WEBSOCKET /graphql public"]);
  });

  test("a context that refuses strangers guards it", async () => {
    const context = "from fastapi import Header, HTTPException\ndef get_context(authorization: str = Header(None)):\n    if authorization != 'secret':\n        raise HTTPException(401)\n    return {'user': 1}\n";
    expect(await served({ "main.py": `${schema}${context}from fastapi import FastAPI\nfrom strawberry.fastapi import GraphQLRouter\napp = FastAPI(openapi_url=None)\napp.include_router(GraphQLRouter(schema, path="/q", context_getter=get_context))\n` })).toEqual(["GET /q protected", "POST /q protected", "WEBSOCKET /q protected"]);
  });

  test("Django's view answers GET and POST; a subclass and a decorator guard it", async () => {
    const urls = `${schema}from django.contrib.auth.decorators import login_required
from django.http import HttpResponseForbidden
from django.urls import path
from strawberry.django.views import AsyncGraphQLView, GraphQLView
class Closed(GraphQLView):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return HttpResponseForbidden()
        return super().dispatch(request, *args, **kwargs)
urlpatterns = [path("open/", AsyncGraphQLView.as_view(schema=schema)), path("closed/", Closed.as_view(schema=schema)), path("decorated/", login_required(GraphQLView.as_view(schema=schema)))]
`;
    expect(await served(site(urls))).toEqual(["GET /closed/ protected", "GET /decorated/ protected", "GET /open/ public", "POST /closed/ protected", "POST /decorated/ protected", "POST /open/ public"]);
  });

  test("Flask's view answers GET and POST", async () => {
    const { endpoints } = await linkSources([python, flask, graphql], { "main.py": `${schema}from flask import Flask\nfrom strawberry.flask.views import GraphQLView\napp = Flask(__name__)\napp.add_url_rule("/graphql", view_func=GraphQLView.as_view("graphql", schema=schema))\n` });
    expect(endpoints.map(({ method, path }) => `${method} ${path}`).filter((route) => route.endsWith("/graphql")).sort()).toEqual(["GET /graphql", "POST /graphql"]);
  });
});

test("Graphene's view for Django answers GET and POST, its uploads too", async () => {
  const urls = `import graphene
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from graphene_django.views import GraphQLView
from graphene_file_upload.django import FileUploadGraphQLView
class Private(LoginRequiredMixin, GraphQLView):
    pass
urlpatterns = [path("graphql", csrf_exempt(GraphQLView.as_view(graphiql=True))), path("upload", FileUploadGraphQLView.as_view()), path("private", Private.as_view())]
`;
  expect(await served(site(urls))).toEqual(["GET /graphql public", "GET /private protected", "GET /upload public", "POST /graphql public", "POST /private protected", "POST /upload public"]);
});

describe("as an ASGI application", () => {
  const schema = "import strawberry\n@strawberry.type\nclass Query:\n    @strawberry.field\n    def hello(self) -> str:\n        return 'hello'\nschema = strawberry.Schema(query=Query)\n";

  test("it answers everything below its mount, and what stands before it guards it", async () => {
    const code = `${schema}from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse
from strawberry.asgi import GraphQL
class Closed(GraphQL):
    async def __call__(self, scope, receive, send):
        if Request(scope, receive).headers.get("authorization") != "secret":
            await JSONResponse({}, status_code=401)(scope, receive, send)
            return
        await super().__call__(scope, receive, send)
app = FastAPI(openapi_url=None)
app.mount("/open", GraphQL(schema))
app.mount("/closed", Closed(schema))
app.add_websocket_route("/socket", GraphQL(schema))
`;
    expect(await served({ "main.py": code })).toEqual(["* /closed/{path} protected", "* /open/{path} public", "WEBSOCKET /socket public"]);
  });

  test("a graph of Graphene is asked for its context", async () => {
    const code = `import graphene
from fastapi import FastAPI, HTTPException
from starlette_graphene3 import GraphQLApp, make_graphiql_handler
class Query(graphene.ObjectType):
    hello = graphene.String()
schema = graphene.Schema(query=Query)
def checked(request):
    if request.headers.get("authorization") != "secret":
        raise HTTPException(401)
    return request
app = FastAPI(openapi_url=None)
app.mount("/open", GraphQLApp(schema, on_get=make_graphiql_handler()))
app.mount("/closed", GraphQLApp(schema, context_value=checked))
`;
    expect(await served({ "main.py": code })).toEqual(["* /closed/{path} protected", "* /open/{path} public"]);
  });
});

test("Litestar's controller runs its context for every request", async () => {
  const code = `import strawberry
from litestar import Litestar, Request
from litestar.exceptions import NotAuthorizedException
from strawberry.litestar import make_graphql_controller
@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "hello"
schema = strawberry.Schema(query=Query)
async def checked(request: Request) -> dict:
    if request.headers.get("authorization") != "secret":
        raise NotAuthorizedException()
    return {}
app = Litestar([make_graphql_controller(schema, path="/open"), make_graphql_controller(schema, path="/closed", context_getter=checked)], openapi_config=None)
`;
  const { endpoints } = await linkSources([python, litestar, graphql], { "main.py": code });
  const found = endpoints.filter(({ path }) => !path.startsWith("/schema")).map(({ method, path, posture }) => `${method} ${path} ${posture}`).sort();
  expect(found).toEqual(["GET /closed protected", "GET /open public", "POST /closed protected", "POST /open public", "WEBSOCKET /closed protected", "WEBSOCKET /open public"]);
});
