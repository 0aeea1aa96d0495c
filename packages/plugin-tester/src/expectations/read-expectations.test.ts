import type { RuleMeta } from "@muster/contract";
import { expect, test } from "vitest";
import { readExpectations } from "./read-expectations.ts";

const meta = (id: string): RuleMeta => ({ id, title: "", why: "", mend: "", messages: { open: "open", webhook: "webhook" }, controls: [], owasp: [], cwe: [], severity: "high", confidence: "high", stability: "stable" });
const rules = new Map(["auth/write", "auth/read"].map((id) => [id, meta(id)]));
const read = (...lines: string[]): unknown => readExpectations({ name: "case.py", files: [{ path: "case.py", text: lines.join("\n") }] }, rules);

test("a comment behind code speaks of its line", () => {
  expect(read("", "x = 1  # finds: auth/write")).toEqual([{ kind: "finds", path: "case.py", line: 2, statedAt: 2, rule: "auth/write", count: 1 }]);
});

test("comments alone on their lines speak of the next line of code", () => {
  expect(read("  # finds: auth/write", "  # ok: auth/read", "  x = 1")).toMatchObject([
    { kind: "finds", line: 3, statedAt: 1 },
    { kind: "ok", line: 3, statedAt: 2 },
  ]);
});

test("a message, a count and several rules can be told apart", () => {
  expect(read("x = 1  # finds: auth/write[webhook], auth/read x2")).toMatchObject([
    { rule: "auth/write", message: "webhook", count: 1 },
    { rule: "auth/read", count: 2 },
  ]);
});

test("two messages of one rule on one line are two expectations", () => {
  expect(read("x = 1  # finds: auth/write[webhook], auth/write[open]")).toHaveLength(2);
});

test("a limit has its reason", () => {
  expect(read("x = 1  # misses: auth/write made by exec")).toMatchObject([{ kind: "misses", rule: "auth/write", reason: "made by exec" }]);
});

test("an endpoint is named with or without its posture", () => {
  expect(read("# endpoint: GET /items/{id} protected", "# endpoint: WEBSOCKET /ws")).toMatchObject([{ kind: "endpoint", method: "GET", template: "/items/{id}", posture: "protected" }, { method: "WEBSOCKET", template: "/ws" }]);
});

test("other languages' comments and Windows' line ends are read too", () => {
  expect(read("x: 1 // finds: auth/write\r", "<!-- ok: auth/read -->", "<p>")).toMatchObject([{ kind: "finds", line: 1 }, { kind: "ok", line: 3 }]);
});

test("a sign in a literal, or a comment before, does not hide what follows", () => {
  expect(read('key = "-----BEGIN KEY-----"  # finds: auth/write', "# x = 1  # misses: auth/write nobody runs it", 'u = "https://a.example/#top of it"  # ok: auth/write')).toMatchObject([
    { kind: "finds", line: 1 },
    { kind: "misses", line: 2 },
    { kind: "ok", line: 3 },
  ]);
});

test("prose that happens to begin alike is left alone", () => {
  expect(read("# ok, that is how it is", "# file: app/main.py", "# note: see docs/guide for more", "# route the request", "# finds what it can")).toEqual([]);
});

test.each([
  ["# finds: auth/wrote", "auth/wrote is not under test here: the rules are auth/write, auth/read"],
  ["x = 1  # find: auth/write", "`find:` is none of `finds:`, `ok:`, `misses:`, `endpoint:` (`finds:`?)"],
  ["x = 1  # Finds: auth/write", "(`finds:`?)"],
  ["x = 1  # shows: auth/write", "`shows:` is none of"],
  ["x = 1  # finds auth/write", "`finds` needs a colon"],
  ["x = 1  # finds:", "`finds` says nothing"],
  ["x = 1  # finds: public", "`public` is no rule"],
  ["x = 1  # finds: auth/write[hook]", "auth/write has no message `hook`: it has open, webhook"],
  ["x = 1  # finds: auth/write x1", "a count says how often, from 2 on"],
  ["x = 1  # finds: auth/write because it is open", "is no rule"],
  ["x = 1  # ok: auth/write x2", "takes no message and no count"],
  ["x = 1  # misses: auth/write", "needs the reason"],
  ["# endpoint: get /items", "is no endpoint"],
  ["# endpoint: GET /items guarded", "is no endpoint"],
  ["# route: GET /items", "(`endpoint:`?)"],
])("%s is refused", (line, why) => {
  expect(() => read(line, "y = 2")).toThrow(why);
});

test("a comment with nothing to speak of is refused", () => {
  expect(() => read("# finds: auth/write", "", "x = 1")).toThrow("case.py:1: stands alone, and no line follows");
  expect(() => read("x = 1", "# finds: auth/write")).toThrow("case.py:2: stands alone");
});

test("saying the same twice, or the opposite, is refused", () => {
  expect(() => read("# finds: auth/write", "x = 1  # finds: auth/write")).toThrow("case.py:2: says again, or otherwise, what case.py:1 says (write `x2` for two)");
  expect(() => read("# finds: auth/write[open]", "x = 1  # ok: auth/write")).toThrow("case.py:2: says again, or otherwise, what case.py:1 says");
  expect(() => read("# misses: auth/write too deep", "x = 1  # ok: auth/write")).toThrow("case.py:2: says again");
  expect(() => read("# endpoint: GET /a public", "# endpoint: GET /a protected")).toThrow("case.py:2: says again");
});

test("everything that is wrong is said at once", () => {
  expect(() => read("x = 1  # find: auth/write", "y = 1  # finds: auth/wrote")).toThrow(/case\.py:1: .*\n.*case\.py:2: /);
});
