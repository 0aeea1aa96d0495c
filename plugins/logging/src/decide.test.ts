import type { Condition, Term } from "@muster/contract";
import { expect, test } from "vitest";
import { at, attribute, call, constant, endpoint, request, symbol, user } from "../test/model.ts";
import { holdsOnSuccess } from "./decide.ts";
import { createdFlag } from "./scene.ts";

const response: Term = { kind: "unknown", reason: "the response" };
const status = attribute(response, "status_code");
const compare = (operator: string, ...operands: readonly Term[]): Term => ({ kind: "operation", operator, operands });
const methods: Term = { kind: "collection", type: "set", items: [constant("PUT"), constant("DELETE")] };
const on = (term: Term, holds = true): Condition => ({ term, holds, span: at(1) });

test.each<[string, Term, boolean | undefined]>([
  ["a status below 400", compare("<", status, constant(400)), true],
  ["a status of failure", compare(">=", status, constant(400)), false],
  ["one status among those of success", compare("==", status, constant(204)), undefined],
  ["a status in a range", compare("and", compare("<=", constant(200), status), compare("<", status, constant(300))), true],
  ["a success by its name", call(symbol("rest_framework.status.is_success"), [status]), true],
  ["the endpoint's own method", compare("in", attribute(request, "method"), methods), true],
  ["another method", compare("==", attribute(request, "method"), constant("POST")), false],
  ["a signed-in caller behind a guard", attribute(user, "is_authenticated"), true],
  ["a setting", symbol("app.settings.AUDIT"), undefined],
  ["either of a setting and a success", compare("or", symbol("app.settings.AUDIT"), compare("<", status, constant(400))), true],
])("%s", (_, term, expected) => {
  const success = { endpoint: endpoint("DELETE /items/{item_id}") };
  expect(holdsOnSuccess(on(term), success)).toBe(expected);
  expect(holdsOnSuccess(on(term, false), success)).toBe(expected === undefined ? undefined : !expected);
});

test("whether an object is new is known by what is done to it", () => {
  expect(holdsOnSuccess(on(symbol(createdFlag)), { created: true })).toBe(true);
  expect(holdsOnSuccess(on(symbol(createdFlag)), { created: false })).toBe(false);
  expect(holdsOnSuccess(on(symbol(createdFlag)), {})).toBeUndefined();
});
