import { expect, test } from "vitest";
import { at, endpoint, guard, model, read } from "../../test/model.ts";
import { guardNeverRejects } from "./guard-never-rejects.ts";
import { idleGuard } from "./idle-guard.ts";
import { publicWrite } from "./public-write.ts";

const above = guard({ name: "app.auth.login_required", via: "decorator", verdict: "none", requires: [], flaw: "above-route", span: at(7), proof: [{ span: at(7), note: "it stands above" }] });

test("the guard is named with what it leaves open, once, and nothing else speaks of the endpoint", () => {
  const input = model([endpoint("POST /items", { guards: [above] })]);
  expect(read(idleGuard, input).map(({ message, severity, text }) => [message, severity, text])).toEqual([["above-route", "high", "`app.auth.login_required` stands above the route of POST /items, so that it never runs: decorators are applied from below, and the route is for the function without it."]]);
  expect([...read(publicWrite, input), ...read(guardNeverRejects, input)]).toEqual([]);
});

test("one pattern is one finding, however many endpoints it lets pass", () => {
  const loose = guard({ name: "app.main.authenticate", via: "middleware", verdict: "none", flaw: "loose-pattern", proof: [{ span: at(9), note: '"/public" meets a part of a word of this path, and it is let pass' }] });
  const [finding, ...rest] = read(idleGuard, model([endpoint("GET /publications", { guards: [loose] }), endpoint("GET /publicity", { guards: [loose] })]));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ severity: "medium", text: expect.stringContaining('GET /publications and GET /publicity pass, because a list of open paths meets a part of a word of it: "/public".') });
});

test("where another guard rejects, nothing is open", () => {
  expect(read(idleGuard, model([endpoint("POST /items", { posture: "protected", guards: [above, guard()] })]))).toEqual([]);
});
