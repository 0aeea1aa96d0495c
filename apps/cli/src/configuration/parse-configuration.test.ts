import { expect, test } from "vitest";
import { parseConfiguration } from "./parse-configuration.ts";

function problems(value: unknown): readonly string[] {
  const parsed = parseConfiguration(typeof value === "string" ? value : JSON.stringify(value));
  return parsed.status === "invalid" ? parsed.problems : [];
}

test("a whole configuration is read", () => {
  const configuration = {
    $schema: "./schemas/config.schema.json",
    paths: { include: ["api/"], exclude: ["legacy/"] },
    plugins: { auth: { options: { a: 1 } }, own: { from: "./own.ts" } },
    rules: { "auth/public-read": "off", "auth/public-write": "critical" },
    public: [{ method: "GET", path: "/health", code: ["5f0c2a9b"], reason: "the probe of the load balancer", owner: "ops", expires: "2027-01-31" }],
    failOn: "high",
  };
  expect(parseConfiguration(`\ufeff${JSON.stringify(configuration)}`)).toEqual({ status: "valid", configuration });
});

test("a misspelled setting is named with what was meant and what is allowed", () => {
  expect(problems({ rulez: {} })).toEqual(['the configuration has no setting "rulez". Did you mean rules? Allowed: $schema, paths, plugins, rules, public, waivers, guards, routers, failOn.']);
});

test("a wrong value is named with its place and what is allowed", () => {
  expect(problems({ rules: { "auth/public-read": "of" } })).toEqual(['rules["auth/public-read"] is "of". Did you mean off? Allowed: critical, high, medium, low, info, off.']);
  expect(problems({ failOn: 3 })[0]).toContain("failOn");
});

const approval = { method: "GET", path: "/health", reason: "probe", owner: "ops", expires: "2027-01-31" };

test("an approval without a reason is refused", () => {
  const { reason: _reason, ...unreasoned } = approval;
  expect(problems({ public: [unreasoned] })).toEqual(['public[0] lacks "reason".']);
});

test("an approval without owner and end is refused like a waiver, with what to write", () => {
  const { owner: _owner, expires: _expires, ...endless } = approval;
  const said = (place: string): readonly string[] => [`${place} lacks "owner". Write "owner": "<who answers for it>".`, `${place} lacks "expires". Write "expires": "<YYYY-MM-DD>", the last day on which it holds.`];
  expect(problems({ public: [endless] })).toEqual(said("public[0]"));
  expect(problems({ waivers: [{ finding: "ab", reason: "known" }] })).toEqual(said("waivers[0]"));
});

test("an approval names the code of one handler or of several", () => {
  expect(problems({ public: [{ ...approval, code: "5f0c2a9b" }, { ...approval, code: ["5f0c2a9b", "91d2f0ab"] }] })).toEqual([]);
  expect(problems({ public: [{ ...approval, code: 5 }] })).toContain("public[0].code is one content id, or a list of them.");
});

test("a path that does not start at the root is refused", () => {
  expect(problems({ public: [{ ...approval, path: "health" }] })).toEqual(['public[0].path is "health", and must match ^/.']);
});

test("what is not JSON is refused with what is wrong", () => {
  expect(problems('{ "rules": }')[0]).toMatch(/it is not JSON: Unexpected token/u);
});

test("a key that would reach the prototype is a setting like any other", () => {
  expect(problems('{ "__proto__": { "failOn": "none" } }')[0]).toContain('has no setting "__proto__"');
});
