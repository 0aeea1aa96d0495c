import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { publicRead } from "./public-read.ts";

test("a read that anyone can call is reported, below a write", () => {
  const [finding] = read(publicRead, model([endpoint("GET /users/{id}")]));
  expect(finding).toMatchObject({ message: "public-read", severity: "medium", text: "Anyone can read GET /users/{id}: nothing on its way looks at the caller." });
});

test("a read whose route attached an optional guard is low", () => {
  const optional = guard({ name: "app.deps.get_optional_user", verdict: "optional" });
  const inline = guard({ name: "inline", via: "inline", layer: "handler" });
  const found = read(publicRead, model([endpoint("GET /articles", { guards: [optional] }), endpoint("GET /feed", { posture: "protected", guards: [optional, inline] })]));
  expect(found).toMatchObject([{ severity: "low", report: { endpoint: "main GET /articles" } }]);
});

test("a write and a protected read are no public read", () => {
  expect(read(publicRead, model([endpoint("POST /users"), endpoint("GET /users", { posture: "protected", guards: [guard()] })]))).toEqual([]);
});

test("an approved read is silent, its neighbour is not", () => {
  const found = read(publicRead, model([endpoint("GET /articles"), endpoint("GET /users")], { approved: ["GET /articles"] }));
  expect(found.map((each) => each.report.endpoint)).toEqual(["main GET /users"]);
});

test.each(["GET /health", "GET /api/v1/utils/health-check", "GET /openapi.json", "GET /.well-known/jwks.json", "GET /"])("%s is for information, and still shown", (on) => {
  expect(read(publicRead, model([endpoint(on)]))[0]).toMatchObject({ message: "well-known", severity: "info" });
});

test("the documents that the framework adds share one finding; a document of one's own route has its own", () => {
  const built = (on: string) => endpoint(on, { hidden: true, span: at(5), handler: { symbol: "fastapi.FastAPI.docs", span: at(5) } });
  const found = read(publicRead, model([built("GET /docs"), built("GET /openapi.json"), built("GET /redoc"), endpoint("GET /robots.txt")]));
  expect(found.map((each) => [each.message, each.severity])).toEqual([["well-known", "info"], ["documents", "info"]]);
  expect(found[1]?.text).toContain("GET /docs, GET /openapi.json and GET /redoc of app.main:app are public");
});

test("the HEAD beside a GET of one handler is not reported twice; a HEAD alone is", () => {
  const handler = endpoint("GET /files").handler;
  expect(read(publicRead, model([endpoint("GET /files", { handler }), endpoint("HEAD /files", { handler })])).map((each) => each.report.endpoint)).toEqual(["main GET /files"]);
  expect(read(publicRead, model([endpoint("HEAD /files")]))).toHaveLength(1);
});

test("a preflight is no read", () => {
  expect(read(publicRead, model([endpoint("OPTIONS /files")]))).toEqual([]);
});
