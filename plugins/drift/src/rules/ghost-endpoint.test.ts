import { expect, test } from "vitest";
import { at, document, endpoint, model, read } from "../../test/model.ts";
import { inv01 } from "../controls/inv-01.ts";
import { ghostEndpoint } from "./ghost-endpoint.ts";

const served = ["GET /items", "POST /items", "GET /items/{item_id}"].map((on) => endpoint(on));
const openapi = (more: readonly string[]) => ({ path: "openapi.yaml", text: document(["GET /items", "POST /items", "GET /items/{id}", ...more]) });

test("a documented path that nothing serves is one finding with its methods, at its place in the document", () => {
  const [finding, ...rest] = read(ghostEndpoint, model({ endpoints: served, files: [openapi(["GET /refunds", "POST /refunds"])] }));
  expect(rest).toEqual([]);
  expect(finding?.text).toBe("openapi.yaml describes GET, POST /refunds, and app.main:app does not serve it.");
  expect(finding?.report.span.path).toBe("openapi.yaml");
});

test.each(["mount", "route", "module", "application"] as const)("while a %s is unresolved, no ghost is claimed and the control is indeterminate", (what) => {
  const input = model({ endpoints: served, files: [openapi(["GET /refunds"])], unresolved: [{ what, reason: "not known", span: at(9) }] });
  expect(read(ghostEndpoint, input)).toEqual([]);
  expect([...inv01.judge(input)].at(-1)).toMatchObject({ status: "indeterminate", reason: expect.stringContaining("1 documented paths were not found") });
});

test("what could not be followed about a guard hides no endpoint", () => {
  expect(read(ghostEndpoint, model({ endpoints: served, files: [openapi(["GET /refunds"])], unresolved: [{ what: "guard", reason: "not known", span: at(9) }] }))).toHaveLength(1);
});

test("a proxy for all paths may answer", () => {
  expect(read(ghostEndpoint, model({ endpoints: [...served, endpoint("* /{path}")], files: [openapi(["GET /refunds"])] }))).toEqual([]);
  expect(read(ghostEndpoint, model({ endpoints: [...served, endpoint("GET /proxy/{path}")], files: [openapi(["GET /proxy/a/b"])] }))).toEqual([]);
});

test("a server's path, a mount or a gateway's prefix explains the difference", () => {
  const below = served.map((one) => endpoint(`${one.method} /api${one.path}`));
  expect(read(ghostEndpoint, model({ endpoints: below, files: [{ path: "openapi.yaml", text: document(["GET /items", "POST /items", "GET /items/{id}"], "servers: [{url: /api}]\n") }] }))).toEqual([]);
  expect(read(ghostEndpoint, model({ endpoints: below, files: [openapi([])] }))).toEqual([]);
  expect(read(ghostEndpoint, model({ endpoints: served, files: [{ path: "openapi.yaml", text: document(["GET /shop/items", "POST /shop/items", "GET /shop/items/{id}"]) }] }))).toEqual([]);
});
