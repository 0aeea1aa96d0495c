import { expect, test } from "vitest";
import { endpoint, limited, model, trace } from "../../test/model.ts";
import { rate01 } from "./rate-01.ts";

const statuses = (...[endpoints, more]: Parameters<typeof model>): readonly string[] => [...rate01.judge(model(endpoints, more))].map(({ endpoint: on, status }) => `${on} ${status}`);

test("where some endpoints are limited, the others fail", () => {
  expect(statuses([endpoint("GET /a", trace([limited("60/minute")])), endpoint("GET /b")])).toEqual(["GET /a pass", "GET /b fail"]);
});

test("where none is, a gateway may: nothing is decided, unless the configuration says where it is", () => {
  expect(statuses([endpoint("GET /a")], { named: false })).toEqual(["GET /a indeterminate"]);
  expect(statuses([endpoint("GET /a")], { named: false, options: { gateway: "Kong, repository gateway" } })).toEqual(["GET /a pass"]);
});

test("preflights, and the HEAD beside a GET, are not applicable", () => {
  expect(statuses([endpoint("GET /a"), endpoint("HEAD /a"), endpoint("OPTIONS /a")], { named: false })).toEqual(["GET /a indeterminate", "HEAD /a not_applicable", "OPTIONS /a not_applicable"]);
});

test("a limit of the anonymous counts for nobody on an endpoint that wants callers to be signed in", () => {
  expect(statuses([endpoint("GET /a", trace([limited("60/minute", "anonymous")]), { posture: "protected" }), endpoint("GET /b", trace([limited("60/minute", "anonymous")]))])).toEqual(["GET /a fail", "GET /b pass"]);
});
