import type { Term } from "@muster/contract";
import { describe, expect, test } from "vitest";
import { item, removes } from "../test-support/deletion.ts";
import * as t from "../test-support/terms.ts";
import { calls, fails, judge, undecided, unless } from "../test-support/trace.ts";

describe("whose such objects are", () => {
  test("where no code of the application asks, an object may be everybody's", () => {
    expect(judge([calls(removes)])).toMatchObject(fails("noCaller"));
    const alone = judge([calls(removes)], { alone: true });
    expect(alone).toMatchObject(undecided);
    expect(alone.reason).toContain("nothing in the application shows");
  });
  test("a check that does not tie says by itself that the object is somebody's", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(t.body(), "owner"), t.callerId)))], { method: "PUT", alone: true })).toMatchObject(fails("bodyOwner"));
  });
  test("what is asked of rows that hang below an object says nothing of the object", () => {
    const reviews = t.sendNamed(t.at(item, "reviews"), "filter", { author: t.caller });
    expect(judge([calls(reviews), calls(removes)], { alone: true })).toMatchObject(undecided);
    expect(judge([calls(t.sendNamed(t.at(t.Item, "objects"), "filter", { author: t.caller })), calls(removes)], { alone: true })).toMatchObject(fails("noTie"));
  });
  test("a new one that names its caller shows it, and less surely", () => {
    const judged = judge([calls({ ...t.call(t.Item), keywords: [{ name: "owner_id", value: t.callerId }] }), calls(removes)], { alone: true });
    expect(judged).toMatchObject(fails("noTie"));
    expect(judged.reports[0]?.confidence).toBe("medium");
  });
  test("who made a thing is noted of much that is everybody's", () => {
    expect(judge([calls({ ...t.call(t.Item), keywords: [{ name: "created_by", value: t.caller }] }), calls(removes)], { alone: true })).toMatchObject(undecided);
  });
  test("what is asked of something that the caller had a part in is not asked of the caller", () => {
    const receipt = { kind: "instance", class: "app.models.Receipt", attributes: [{ name: "user", value: t.caller }, { name: "order", value: t.got(t.query("order_id"), t.symbol("app.models.Order")) }] } as const;
    const asked = (value: Term): ReturnType<typeof judge> => judge([calls(t.selected(t.Item, t.eq(t.at(t.Item, "owner"), value))), calls(removes)], { alone: true });
    expect(asked(t.at(receipt, "name"))).toMatchObject(undecided);
    const made = { kind: "instance", class: "app.models.Receipt", attributes: [{ name: "user", value: t.caller }] } as const;
    expect(asked(t.at(made, "id"))).toMatchObject(undecided);
    expect(asked(t.callerId)).toMatchObject(fails("noTie"));
  });
  test("a check that is keyed on a name which the route does not bind shows it", () => {
    expect(judge([calls(removes)], { alone: true, unbound: ["item_id"] })).toMatchObject(fails("noCaller"));
  });
  test("what was lost on the way leaves it undecided", () => {
    expect(judge([calls(removes)], { lost: [{ span: t.somewhere(), note: "a helper was not entered" }] })).toMatchObject(undecided);
    const setting = t.send(t.symbol("app.config"), "read", t.value("page.size"));
    const asking = t.send(t.symbol("app.rules"), "read", t.caller);
    const happenings = [calls(setting), calls(asking), calls(removes)];
    const lost = (position: number): Parameters<typeof judge>[1] => ({ lostAt: [position] });
    expect(judge(happenings, lost(0))).toMatchObject(fails("noTie"));
    expect(judge(happenings, lost(1))).toMatchObject(undecided);
  });
  test("a question that is asked of the caller alone, and could not be followed, may refuse", () => {
    expect(judge([calls(t.send(t.unknown(), "require_role", t.caller)), calls(removes)])).toMatchObject(undecided);
    expect(judge([calls(t.send(t.unknown(), "greet", t.caller)), calls(removes)])).toMatchObject(fails("noTie"));
  });
});
