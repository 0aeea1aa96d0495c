import { linkSources, type Sources } from "@muster/plugin-tester/sources";
import fastapi from "@muster/plugin-fastapi";
import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { expect, test } from "vitest";
import connexion from "./index.ts";

const specification = `openapi: 3.0.0
components:
  securitySchemes:
    token: {type: http, scheme: bearer, x-bearerInfoFunc: tokens.check}
paths:
  /open:
    get: {operationId: main.open_}
  /closed:
    get: {operationId: main.closed, security: [{token: []}]}
    post: {operationId: main.closed}
  /items/{item}.json:
    get: {operationId: main.item, security: [{token: []}]}
`;

async function postures(main: string): Promise<string[]> {
  const sources: Sources = { "main.py": main, "tokens.py": 'TOKENS = {"secret": "root"}\ndef check(token):\n    user = TOKENS.get(token)\n    return {"sub": user} if user else None\n', "api.yml": specification };
  const { endpoints } = await linkSources([python, fastapi, flask, connexion], sources);
  return endpoints.map(({ method, path, posture }) => `${method} ${path} ${posture}`).sort();
}

/** Where a path has parameters, what comes before the routes of Starlette cannot be told to ask for this one. */
const served = (item: string): string[] => ["GET /v1/closed protected", `GET /v1/items/{item}.json ${item}`, "GET /v1/open public", "GET /v1/openapi.json public", "GET /v1/openapi.yaml public", "POST /v1/closed public"];

test("what a specification demands is checked before an application of Starlette", async () => {
  const main = `from connexion import ConnexionMiddleware
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
async def answer(request): return JSONResponse({})
app = Starlette(routes=[Route("/v1/open", answer), Route("/v1/closed", answer, methods=["GET", "POST"]), Route("/v1/items/{item}.json", answer)])
app = ConnexionMiddleware(app)
app.add_api("api.yml", base_path="/v1")
`;
  expect(await postures(main)).toEqual(served("unknown"));
});

test("and before one of Flask", async () => {
  const main = `from connexion.middleware import ConnexionMiddleware
from a2wsgi import WSGIMiddleware
from flask import Flask
app = Flask(__name__, static_folder=None)
@app.get("/v1/open")
def open_(): return {}
@app.route("/v1/closed", methods=["GET", "POST"])
def closed(): return {}
@app.get("/v1/items/<item>.json")
def item(item): return {}
served = ConnexionMiddleware(WSGIMiddleware(app), __name__)
served.add_api("api.yml", base_path="/v1")
`;
  expect(await postures(main)).toEqual(served("protected"));
});
