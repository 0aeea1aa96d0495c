import { describe, expect, test } from "vitest";
import { commits, foreign, missing, removes } from "../test-support/deletion.ts";
import * as t from "../test-support/terms.ts";
import { callerId, Item, session } from "../test-support/terms.ts";
import { calls, fails, judge, passes, unless, when } from "../test-support/trace.ts";

describe("checks that do not check", () => {
  test("after the mutation it comes too late", () => {
    const statement = t.send(session, "execute", t.send(t.call(t.symbol("sqlalchemy.delete"), Item), "where", t.eq(t.at(Item, "id"), t.path())));
    const judged = judge([calls(statement)], { exits: [{ kind: "raise", under: [when(foreign)], after: [0] }] });
    expect(judged).toMatchObject(fails("afterMutation"));
  });
  test("between a session's delete and its commit it comes in time", () => {
    expect(judge([calls(removes), calls(commits, unless(foreign))])).toMatchObject(passes);
  });
  test("a comparison that only writes to the log stops nothing", () => {
    expect(judge([calls(t.call(t.symbol("app.warn")), when(foreign)), calls(removes)])).toMatchObject(fails("notEnforced"));
  });
  test("on one branch only it leaves the other open", () => {
    expect(judge([calls(removes, when(t.query("soft")), unless(foreign)), calls(removes, unless(t.query("soft")))])).toMatchObject({ status: "fail" });
  });
  test("the owner in the body is chosen by the caller", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(t.body(), "owner"), callerId)))], { method: "PUT" })).toMatchObject(fails("bodyOwner"));
  });
  test("being signed in, active and verified ties nothing", () => {
    expect(judge([calls(removes, unless(t.not(t.caller), 401), unless(t.not(t.at(t.caller, "is_active"))))])).toMatchObject(fails("noTie"));
  });
});

describe("the proof", () => {
  test("leads from the id over the lookup to the mutation and what is missing", () => {
    const notes = judge([calls(removes, missing)]).proof.map((step) => step.note);
    expect(notes).toEqual(["DELETE /items/{id}: the caller chooses `id`", "`session.get(Item, id)` finds the object", "`session.delete(session.get(Item, id))` deletes it", "the handler never asks who is calling", expect.stringContaining("asks for the caller's")]);
  });
  test("of a pass ends at the line that ties", () => {
    const check = unless(foreign);
    const judged = judge([calls(removes, missing, check)]);
    expect(judged.proof.at(-1)?.span).toEqual(check.span);
  });
});
