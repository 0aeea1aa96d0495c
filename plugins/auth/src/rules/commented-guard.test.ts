import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { commentedGuard } from "./commented-guard.ts";

const handler = { symbol: "app.main.add", span: at(20) };
const comment = (line: number, ...names: string[]) => ({ facts: () => [{ path: "app/main.py", fact: [{ line, column: 1, endColumn: 20, names }] }] });
const on = (line: number, name: string, ...endpoints: ReturnType<typeof endpoint>[]) => ({ ...model([endpoint("POST /items", { handler, span: at(18) }), ...endpoints]), ...comment(line, name) });

test("the guard of a library beside an open endpoint", () => {
  expect(read(commentedGuard, on(19, "login_required")).map(({ text, severity, confidence }) => [text, severity, confidence])).toEqual([["Anyone can call POST /items, and its guard `login_required` stands in a comment.", "high", "medium"]]);
});

test("a guard of the repository counts where it was seen to reject, and that is told", () => {
  const sure = endpoint("GET /items", { posture: "protected", guards: [guard({ name: "app.deps.member" })], handler: { symbol: "app.main.list", span: at(90) } });
  expect(read(commentedGuard, on(19, "member", sure))[0]).toMatchObject({ confidence: "high", text: expect.stringContaining("It protects GET /items.") });
  expect(read(commentedGuard, on(19, "member"))).toEqual([]);
});

test.each([["far above", 3], ["far below", 60]])("%s it speaks of something else", (_, line) => {
  expect(read(commentedGuard, on(line, "login_required"))).toEqual([]);
});

test("beside a protected or an approved endpoint it is a comment", () => {
  expect(read(commentedGuard, { ...model([endpoint("POST /items", { handler, span: at(18), posture: "protected", guards: [guard()] })]), ...comment(19, "login_required") })).toEqual([]);
  expect(read(commentedGuard, { ...model([endpoint("POST /items", { handler, span: at(18) })], { approved: ["POST /items"] }), ...comment(19, "login_required") })).toEqual([]);
});
