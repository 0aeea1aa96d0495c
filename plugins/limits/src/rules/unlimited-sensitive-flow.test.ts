import { expect, test } from "vitest";
import { at, endpoint, limited, model, read, trace } from "../../test/model.ts";
import { unlimitedSensitiveFlow } from "./unlimited-sensitive-flow.ts";

const other = endpoint("POST /register", trace([limited("5/minute")]));

test("a sign-in that nothing limits is reported where others are limited, and a limited one is not", () => {
  expect(read(unlimitedSensitiveFlow, model([other, endpoint("POST /login"), endpoint("POST /auth/login", trace([limited("5/minute")]))]))).toEqual(["unlimited medium POST /login"]);
});

test("one that is left out on purpose is reported as that", () => {
  expect(read(unlimitedSensitiveFlow, model([other, endpoint("POST /login", trace([limited(null, "nobody")]))]))).toEqual(["exempt medium POST /login"]);
});

test("where nothing is limited anywhere it is one lesser finding for the application, and none where the configuration says where a gateway is", () => {
  const open = [endpoint("POST /login"), endpoint("POST /signup")];
  expect(read(unlimitedSensitiveFlow, model(open, { named: false }))).toEqual(["nowhere low POST /login"]);
  expect(read(unlimitedSensitiveFlow, model(open, { named: false, options: { gateway: "Kong, repository gateway" } }))).toEqual([]);
});

test("code that answers 429 limits, wherever on the way it does", () => {
  const raised = trace([], { exits: [{ kind: "raise", span: at(9), status: 429, value: { kind: "unknown", reason: "" }, under: [], after: [] }] });
  const passed = trace([], { exits: [{ kind: "return", span: at(9), value: { kind: "unknown", reason: "" }, under: [{ term: { kind: "unknown", reason: "" }, holds: false, span: at(7), otherwise: { kind: "raise", status: 429, span: at(8) } }], after: [] }] });
  const around = trace([], { around: [{ name: "SlowAPIMiddleware", span: at(1), trace: trace([limited("5/minute")]) }] });
  expect(read(unlimitedSensitiveFlow, model([other, endpoint("POST /login", raised), endpoint("POST /signin", passed), endpoint("POST /otp", around)]))).toEqual([]);
});

test("what is undecided is silent: a limit under a condition, a way that was lost", () => {
  const lost = trace([], { complete: false, lost: [{ span: at(9), note: "not entered" }] });
  expect(read(unlimitedSensitiveFlow, model([other, endpoint("POST /login", trace([limited("5/minute", null, true)])), endpoint("POST /signin", lost)]))).toEqual([]);
});

test("what is named like a limiter and could not be followed leaves it open", () => {
  const outside = { ...limited(null), call: { kind: "call" as const, callee: { kind: "symbol" as const, name: "ratelimit.RateLimitMiddleware" }, args: [], keywords: [], span: at(9) } };
  const around = trace([], { around: [{ name: "app.rate_limit.get_middleware", span: at(1), trace: trace([outside]) }] });
  expect(read(unlimitedSensitiveFlow, model([other, endpoint("POST /login", around), endpoint("POST /signin", trace([], { around: [{ name: "acme.Throttle", span: at(1) }] }))]))).toEqual([]);
});

test("a limit of the anonymous is none for those who are signed in, and is one for a public sign-in", () => {
  expect(read(unlimitedSensitiveFlow, model([other, endpoint("POST /login", trace([limited("5/minute", "anonymous")]))]))).toEqual([]);
});
