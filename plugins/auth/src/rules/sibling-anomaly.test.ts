import { expect, test } from "vitest";
import { endpoint, guard, model, read } from "../../test/model.ts";
import { publicWrite } from "./public-write.ts";
import { siblingAnomaly } from "./sibling-anomaly.ts";

const guarded = (count: number) => Array.from({ length: count }, (_, index) => endpoint(`GET /items/${index}`, { posture: "protected", guards: [guard()] }));
const withRole = (count: number) => Array.from({ length: count }, (_, index) => endpoint(`POST /items/${index}`, { posture: "protected", guards: [guard({ requires: [{ kind: "authenticated" }, { kind: "role", values: ["editor"] }] })] }));

test("one open route among guarded ones is told with their number, and not as any public write as well", () => {
  const input = model([...guarded(4), endpoint("POST /items")]);
  const [finding, ...rest] = read(siblingAnomaly, input);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ message: "guard", severity: "high", text: "Anyone can call POST /items, and 4 of the 5 endpoints of app.main turn strangers away." });
  expect(read(publicWrite, input)).toEqual([]);
});

test.each([
  ["too few neighbours", [...guarded(3), endpoint("POST /items")]],
  ["two open ones of six", [...guarded(4), endpoint("POST /items"), endpoint("PUT /items")]],
  ["neighbours that could not be decided", [...guarded(2), endpoint("GET /a", { posture: "unknown" }), endpoint("GET /b", { posture: "unknown" }), endpoint("POST /items")]],
  ["a sign-in", [...guarded(5), endpoint("POST /login")]],
  ["handlers of another module", [...guarded(5), endpoint("POST /items", { handler: { symbol: "app.open.post", span: endpoint("GET /x").span } })]],
])("%s: no habit that was broken", (_, endpoints) => {
  expect(read(siblingAnomaly, model(endpoints))).toEqual([]);
});

test("an approved public endpoint is no anomaly", () => {
  expect(read(siblingAnomaly, model([...guarded(5), endpoint("POST /items")], { approved: ["POST /items"] }))).toEqual([]);
});

test("a write without the role of the other writes is told, as far as its handler could be followed", () => {
  const lacking = endpoint("POST /items", { posture: "protected", guards: [guard()] });
  const input = { ...model([...withRole(9), lacking]), trace: (id: string) => (id === lacking.id ? { events: [], exits: [{ kind: "return" as const, span: lacking.span, value: { kind: "const" as const, value: null }, under: [], after: [] }], lost: [], complete: true } : undefined) };
  expect(read(siblingAnomaly, input).map(({ message, severity }) => [message, severity])).toEqual([["role", "medium"]]);
  expect(read(siblingAnomaly, model([...withRole(9), lacking]))).toEqual([]);
});
