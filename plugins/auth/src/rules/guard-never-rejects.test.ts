import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { guardNeverRejects } from "./guard-never-rejects.ts";

const passes = [{ span: at(7, "app/deps.py"), note: "returns None where the token is missing" }];
const broken = (line: number) => guard({ name: "app.deps.verify_token", verdict: "none", span: at(line), proof: passes });
const optional = (line: number) => guard({ name: "app.deps.get_optional_user", verdict: "optional", span: at(line), proof: passes });

test("a guard that lets everyone pass is reported once, where it lets pass, with all that rely on it", () => {
  const open = [1, 2, 3, 4, 5].map((n) => endpoint(`DELETE /items/${n}`, { guards: [broken(n)], span: at(n) }));
  const [finding, ...rest] = read(guardNeverRejects, model(open));
  expect(rest).toEqual([]);
  expect(finding?.report.span).toEqual(at(7, "app/deps.py"));
  expect(finding?.severity).toBe("high");
  expect(finding?.text).toBe(
    "`app.deps.verify_token` looks at the caller and lets every caller pass (app/deps.py:7). 5 endpoints have no other guard: DELETE /items/1, DELETE /items/2, DELETE /items/3 and 2 more.",
  );
  expect(finding?.report.proof.map((step) => step.note)).toContain("DELETE /items/1 relies on it");
});

test("a guard that rejects nobody is silent where another one rejects", () => {
  expect(read(guardNeverRejects, model([endpoint("DELETE /items", { posture: "protected", guards: [broken(1), guard()] })]))).toEqual([]);
});

test("an optional guard before writes is reported once, with the writes that it leaves open", () => {
  const [finding, ...rest] = read(guardNeverRejects, model([endpoint("POST /a", { guards: [optional(1)] }), endpoint("POST /b", { guards: [optional(2)] })]));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ message: "optional", severity: "high", confidence: "medium" });
  expect(finding?.text).toBe(
    "`app.deps.get_optional_user` lets a caller without a credential pass (app/deps.py:7), and nothing after it rejects. 2 endpoints have no other guard: POST /a and POST /b.",
  );
});

test("a write more behind the guard is another finding; a read more is the same one", () => {
  const identity = (...on: readonly string[]) => read(guardNeverRejects, model(on.map((each) => endpoint(each, { guards: [optional(1)] }))))[0]?.report.identity;
  expect(identity("POST /a", "POST /b")).not.toBe(identity("POST /a"));
  expect(identity("POST /a", "GET /b")).toBe(identity("POST /a"));
});

test("an optional guard before a read is mostly meant, and low", () => {
  expect(read(guardNeverRejects, model([endpoint("GET /articles", { guards: [optional(1)] })]))[0]).toMatchObject({ severity: "low", confidence: "medium" });
});

test("an optional guard is silent where the handler's own check makes the endpoint protected", () => {
  const inline = guard({ name: "inline", via: "inline", layer: "handler" });
  expect(read(guardNeverRejects, model([endpoint("POST /a", { posture: "protected", guards: [optional(1), inline] })]))).toEqual([]);
});

test("a middleware that loads the caller for others to reject is not blamed for what has no guard", () => {
  const loader = guard({ name: "app.middleware.LoadUser", verdict: "optional", via: "middleware", layer: "application", span: at(3) });
  const input = model([endpoint("GET /me", { posture: "protected", guards: [loader, guard()] }), endpoint("POST /items", { guards: [loader] })]);
  expect(read(guardNeverRejects, input)).toEqual([]);
});

test("an approved endpoint does not count as left open", () => {
  const input = model([endpoint("POST /a", { guards: [broken(1)] }), endpoint("GET /b", { guards: [broken(2)] })], { approved: ["POST /a"] });
  expect(read(guardNeverRejects, input)[0]).toMatchObject({ severity: "medium", report: { endpoint: "main GET /b" } });
});

test("of two, the guard that rejects nobody is named before the optional scheme that feeds it", () => {
  const scheme = guard({ name: "app.deps.bearer", via: "security-scheme", verdict: "optional" });
  const found = read(guardNeverRejects, model([endpoint("POST /a", { guards: [scheme, broken(1)] })]));
  expect(found.map((each) => each.report.symbol)).toEqual(["app.deps.verify_token"]);
});
