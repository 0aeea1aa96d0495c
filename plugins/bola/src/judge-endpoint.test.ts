import { describe, expect, test } from "vitest";
import type { Term } from "@muster/contract";
import { foreign, item, removes, superuser } from "./test-support/deletion.ts";
import * as t from "./test-support/terms.ts";
import { callerId, Item, session, somewhere } from "./test-support/terms.ts";
import { calls, fails, judge, passes, sets, undecided, unless, when } from "./test-support/trace.ts";

describe("roles", () => {
  test("administrators may touch every object, which is shown", () => {
    const judged = judge([calls(removes, unless(t.not(superuser)))]);
    expect(judged).toMatchObject(passes);
    expect(judged.reason).toContain("Only callers with `is_superuser`");
  });
  test("a role that many hold leaves it undecided", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(t.caller, "role"), t.value("editor"))))])).toMatchObject(undecided);
  });
  test("a role asked for by a guard counts as one asked for in the handler", () => {
    const guard = (kind: "role" | "scope", values: readonly string[]): Parameters<typeof judge>[1] => {
      const span = somewhere();
      return { guards: [{ name: "app.deps.require", via: "dependency", layer: "route", span, verdict: "rejects", requires: [{ kind, values }], credentials: [], proof: [{ span, note: "rejects" }] }] };
    };
    expect(judge([calls(removes)], guard("role", ["admin"]))).toMatchObject(passes);
    expect(judge([calls(removes)], guard("scope", ["items:write"]))).toMatchObject(undecided);
  });
});

describe("what could not be followed", () => {
  test("a bare check of caller and object is undecided", () => {
    expect(judge([calls(t.send(t.unknown(), "ensure_access", t.caller, item)), calls(removes)])).toMatchObject(undecided);
  });
  test("telling the log of caller and object is no check", () => {
    expect(judge([calls(t.send(t.unknown(), "info", t.caller, item)), calls(removes)])).toMatchObject(fails("noTie"));
  });
  test("a service that is given the id is undecided, unless a check comes first", () => {
    const service = t.send(t.unknown(), "delete_item", t.path());
    expect(judge([calls(service)])).toMatchObject(undecided);
    expect(judge([calls(service, unless(foreign))])).toMatchObject(passes);
  });
  test("a change of the caller's own record says nothing of the object that the path names", () => {
    const seen = t.send(t.at(t.caller, "sessions"), "delete");
    expect(judge([calls(seen)], { path: "/sessions" })).toMatchObject(passes);
    expect(judge([calls(seen), calls(t.send(t.unknown(), "replace", t.path()))])).toMatchObject(undecided);
  });
  test("what limits how often somebody calls is no check", () => {
    expect(judge([calls(removes, unless(t.not(t.send(t.unknown(), "allows", t.caller, item)), 429))])).toMatchObject(fails("noTie"));
  });
  test("a question that is given the view as a whole is no check of the object", () => {
    const view = { kind: "instance", class: "app.views.ItemView", attributes: [{ name: "user", value: t.caller }, { name: "item", value: item }] } as const;
    expect(judge([calls(removes, unless(t.not(t.send(t.symbol("app.policies.policy"), "allows", view))))])).toMatchObject(undecided);
    expect(judge([calls(removes, unless(t.not(t.send(t.symbol("app.policies.policy"), "allows", t.caller, item))))])).toMatchObject(passes);
  });
  test("the caller's standing in what a layer before the handler set is no check of the object, and may be all that is needed", () => {
    const member = (team: Term): Term => t.sendNamed(t.at(t.symbol("app.models.Member"), "objects"), "filter", { user: t.caller, team });
    expect(judge([calls(removes, unless(t.not(t.send(member(t.at(t.request, "team")), "first")), 404))])).toMatchObject(undecided);
    expect(judge([calls(removes, unless(t.not(t.send(member(t.at(t.request, "state", "team")), "first")), 404))])).toMatchObject(undecided);
    expect(judge([calls(removes, unless(t.not(t.send(member(t.query("team_id")), "first")), 404))])).toMatchObject({ status: "fail" });
  });
  test("what the handler itself wrote into what the caller sent is not the caller's choice", () => {
    const named = (name: string): ReturnType<typeof judge> => judge([sets(t.body("data"), name, t.callerId), calls(t.send(session, "delete", t.got(t.item(t.body("data"), t.value("item_id")))))], { method: "POST", path: "/items" });
    expect(named("[s:item_id]")).toMatchObject(undecided);
    expect(named("[s:note]")).toMatchObject({ status: "fail" });
  });
  test("of two ways to find an object, one of which asks for the caller, the other may need the check alone", () => {
    const owned = t.eq(t.at(item, "owner_id"), callerId);
    const either = calls(removes, when(t.or(t.query("team"), t.and(t.not(t.query("team")), owned))));
    const found = calls(t.selected(t.Item, t.eq(t.at(t.Item, "id"), t.path()), t.eq(t.at(t.Item, "owner_id"), callerId)));
    expect(judge([either])).toMatchObject(fails("branchOnly"));
    expect(judge([found, either])).toMatchObject(undecided);
  });
  test("a lookup that is given the caller is undecided", () => {
    expect(judge([calls(t.send(session, "delete", t.call(t.symbol("app.crud.load"), t.path(), t.caller)))])).toMatchObject(undecided);
  });
  test("a rejection whose condition was lost is undecided", () => {
    expect(judge([calls(removes, unless(t.unknown("a decorator")))])).toMatchObject(undecided);
  });
  test("an owner compared with what was lost is undecided", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), t.unknown())))])).toMatchObject(undecided);
  });
  test("a trace that is not complete never passes", () => {
    expect(judge([calls(removes, unless(foreign))], { lost: [{ span: somewhere(), note: "a call was not followed" }] })).toMatchObject(undecided);
  });
  test("a deletion that no recogniser knows is undecided", () => {
    expect(judge([calls(t.call(t.symbol("lib.frobnicate"), t.path()))])).toMatchObject(undecided);
  });
});

describe("what the control leaves out", () => {
  test("methods that read", () => {
    expect(judge([calls(t.send(session, "refresh", item))], { method: "GET" })).toMatchObject({ status: "not_applicable", reason: expect.stringContaining("whether callers may read what the path names is not judged"), messages: [] });
  });
  test("a POST that creates", () => {
    expect(judge([calls(t.send(session, "add", t.call(Item, t.path())))], { method: "POST", path: "/projects/{id}/items" })).toMatchObject({ status: "not_applicable" });
  });
  test("a handler that takes no object id", () => {
    expect(judge([calls(t.send(t.symbol("app.cache"), "clear"))], { path: "/cache" })).toMatchObject({ status: "not_applicable" });
  });
  test("an open endpoint fails, and is left to the rules on authentication to report", () => {
    expect(judge([calls(removes)], { posture: "public" })).toMatchObject({ status: "fail", messages: [] });
  });
  test("an approved public endpoint has no caller", () => {
    expect(judge([calls(removes)], { posture: "public", approved: true })).toMatchObject({ status: "not_applicable" });
  });
  test("an unknown posture never passes", () => {
    expect(judge([calls(removes, unless(foreign))], { posture: "unknown" })).toMatchObject(undecided);
  });
});
