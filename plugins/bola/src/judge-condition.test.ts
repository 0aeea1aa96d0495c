import type { Term } from "@muster/contract";
import { describe, expect, test } from "vitest";
import { commits, foreign, item, missing, removes, superuser } from "./test-support/deletion.ts";
import * as t from "./test-support/terms.ts";
import { callerId, got, selected, session } from "./test-support/terms.ts";
import { calls, fails, judge, passes, unless, when } from "./test-support/trace.ts";

describe("a condition that rejects", () => {
  test("an owner compared before the deletion ties", () => {
    expect(judge([calls(removes, missing, unless(foreign)), calls(commits)])).toMatchObject(passes);
  });
  test("a deletion by an id alone does not", () => {
    expect(judge([calls(removes, missing), calls(commits)])).toMatchObject(fails("noCaller"));
  });
  test("knowing the caller ties nothing", () => {
    expect(judge([calls(t.call(t.symbol("app.log"), callerId)), calls(removes, missing)])).toMatchObject(fails("noTie"));
  });
  test("a superuser is let past, and the reason says so", () => {
    const judged = judge([calls(removes, missing, unless(t.and(t.not(superuser), foreign), 400))]);
    expect(judged).toMatchObject(passes);
    expect(judged.reason).toContain("is_superuser");
  });
  test("`not (owner or admin)` is the same by De Morgan", () => {
    expect(judge([calls(removes, unless(t.not(t.or(t.eq(t.at(item, "owner_id"), callerId), superuser))))])).toMatchObject(passes);
  });
  test("a check joined by `or` to something unrelated is none", () => {
    expect(judge([calls(removes, when(t.or(t.eq(t.at(item, "owner_id"), callerId), t.at(item, "is_shared"))))])).toMatchObject(fails("branchOnly"));
  });
  test("a check joined by `and` to something unrelated in the rejection is asked on some paths only", () => {
    expect(judge([calls(removes, unless(t.and(t.query("strict"), foreign)))])).toMatchObject(fails("branchOnly"));
  });
  test("a further restriction does not loosen a check", () => {
    expect(judge([calls(removes, unless(t.or(foreign, t.at(item, "locked"))))])).toMatchObject(passes);
  });
  test("membership in a list of the object ties", () => {
    expect(judge([calls(removes, unless(t.operation("not in", callerId, t.at(item, "project", "member_ids"))))])).toMatchObject(passes);
  });
  test("being outside of a list of the object does not", () => {
    expect(judge([calls(removes, unless(t.isIn(callerId, t.at(item, "blocked_ids"))))])).toMatchObject({ status: "fail" });
  });
  test("any attribute of the object compared with the caller ties, whatever its name", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "zone"), t.at(t.caller, "zone"))))])).toMatchObject(passes);
  });
  test("the caller's tenant is a tie", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "organization_id"), t.at(t.caller, "organization_id"))))])).toMatchObject(passes);
  });
  test("an id in the path that must be the caller's own is a tie for the user it names", () => {
    const user = got(t.path("user_id"), t.symbol("app.models.User"));
    expect(judge([calls(t.send(session, "delete", user), unless(t.ne(t.path("user_id"), callerId)))], { path: "/users/{user_id}" })).toMatchObject(passes);
  });
  test("a user in the path who is the caller does not tie an item that is found without the user", () => {
    const judged = judge([calls(t.send(session, "delete", got(t.path("item_id"))), unless(t.ne(t.path("user_id"), callerId)))], { path: "/users/{user_id}/items/{item_id}" });
    expect(judged).toMatchObject(fails("childNotTied"));
  });
  test("a permission call with caller and object whose answer rejects ties", () => {
    expect(judge([calls(removes, unless(t.not(t.call(t.symbol("acl.can_delete"), t.caller, item))))])).toMatchObject(passes);
  });
  test("a token's claim is the caller too", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), t.item(t.caller, t.value("sub")))))])).toMatchObject(passes);
  });
  test("the user that a middleware left on the request is the caller", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), t.at(t.request, "state", "user", "id"))))])).toMatchObject(passes);
  });
  test("an object that a service was asked for with the caller is not tied by a comparison with the body", () => {
    const served = t.call(t.symbol("app.crud.load"), t.path(), t.caller);
    const judged = judge([calls(t.send(session, "delete", served), unless(t.ne(t.at(t.body(), "type"), t.at(served, "type"))))], { method: "PATCH" });
    expect(judged).toMatchObject({ status: "indeterminate" });
  });
  test("a row found by the caller's cookie is the caller, a header with a name of its own is not", () => {
    const Session = t.symbol("app.models.LoginSession");
    const login = selected(Session, t.eq(t.at(Session, "token"), t.call(t.symbol("hash"), { kind: "input", source: "cookie", name: "login" })));
    expect(judge([calls(removes, unless(t.not(t.at(login, "user", "is_admin"))))])).toMatchObject(passes);
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), t.at(login, "user_id"))))])).toMatchObject(passes);
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), { kind: "input", source: "header", name: "x-user-id" })))])).toMatchObject({ status: "fail" });
  });
  test("a row that joins caller and object, required to exist, ties", () => {
    const Member = t.symbol("app.models.Member");
    const member = selected(Member, t.eq(t.at(Member, "item_id"), t.path()), t.eq(t.at(Member, "user_id"), callerId));
    expect(judge([calls(removes, unless(t.not(member)))])).toMatchObject(passes);
    expect(judge([calls(removes, unless(t.operation("is", member, t.value(null))))])).toMatchObject(passes);
  });
  test("a row of the caller that does not name the object ties nothing", () => {
    const Member = t.symbol("app.models.Member");
    const member = selected(Member, t.eq(t.at(Member, "user_id"), callerId));
    expect(judge([calls(removes, unless(t.not(member)))])).toMatchObject(fails("noTie"));
  });
  test("a caller's role on the object ties", () => {
    const Member = t.symbol("app.models.Member");
    const member = selected(Member, t.eq(t.at(Member, "item_id"), t.path()), t.eq(t.at(Member, "user_id"), callerId));
    expect(judge([calls(removes, unless(t.ne(t.at(member, "role"), t.value("admin"))))])).toMatchObject(passes);
  });
});

describe("helpers that answer", () => {
  const owner = t.eq(t.at(item, "owner_id"), callerId);
  test("with a comparison in each answer they tie", () => {
    expect(judge([calls(removes, unless(t.not(t.either(owner, t.value(false)))))])).toMatchObject(passes);
  });
  test("with an early `True` that does not say why they leave it undecided", () => {
    expect(judge([calls(removes, unless(t.not(t.either(t.value(true), owner))))])).toMatchObject({ status: "indeterminate" });
    expect(judge([calls(removes, unless(t.not(t.either(t.value(true), t.value(false)))))])).toMatchObject({ status: "indeterminate" });
  });
});

describe("hostile code", () => {
  test("a condition that doubles itself sixty times ends, undecided", () => {
    let doubled: Term = t.or(t.eq(t.at(item, "owner_id"), callerId), t.query("flag"));
    for (let round = 0; round < 60; round += 1) doubled = t.or(doubled, doubled);
    expect(judge([calls(removes, when(doubled))])).toMatchObject({ status: "indeterminate" });
  });
  test("an object that is nested ten thousand deep does not overflow", () => {
    let deep: Term = got();
    for (let round = 0; round < 10_000; round += 1) deep = t.at(deep, "next");
    expect(judge([calls(t.send(session, "delete", deep))])).toMatchObject({ status: "indeterminate" });
  });
});
