import { describe, expect, test } from "vitest";
import * as t from "./test-support/terms.ts";
import { callerId, got, Item, selected, session } from "./test-support/terms.ts";
import { calls, fails, judge, passes, undecided } from "./test-support/trace.ts";

describe("queries", () => {
  const removed = (...conditions: Parameters<typeof selected>[1][]): ReturnType<typeof calls> => calls(t.send(session, "delete", selected(Item, ...conditions)));
  const byId = t.eq(t.at(Item, "id"), t.path());
  const byOwner = t.eq(t.at(Item, "owner_id"), callerId);

  test("filtered by the caller they tie", () => {
    expect(judge([removed(byId, byOwner)])).toMatchObject(passes);
  });
  test("filtered by the id alone they do not", () => {
    expect(judge([removed(byId)])).toMatchObject({ status: "fail" });
  });
  test("and_ holds both, or_ holds either", () => {
    expect(judge([removed(t.call(t.symbol("sqlalchemy.and_"), byId, byOwner))])).toMatchObject(passes);
    expect(judge([removed(byId, t.call(t.symbol("sqlalchemy.or_"), byOwner, t.at(Item, "public")))])).toMatchObject({ status: "fail" });
  });
  test("`&` and `|` between columns are `and` and `or`", () => {
    expect(judge([removed(t.operation("&", byId, byOwner))])).toMatchObject(passes);
    expect(judge([removed(t.operation("|", byId, byOwner))])).toMatchObject({ status: "fail" });
  });
  test("everything but the caller's is no tie", () => {
    expect(judge([removed(byId, t.ne(t.at(Item, "owner_id"), callerId))])).toMatchObject({ status: "fail" });
  });
  test("filter_by and keyword lookups with the caller tie", () => {
    expect(judge([calls(t.send(t.sendNamed(t.send(session, "query", Item), "filter_by", { id: t.path(), owner_id: callerId }), "delete"))])).toMatchObject(passes);
    expect(judge([calls(t.send(t.sendNamed(Item, "get_or_none", { id: t.path(), owner: t.caller }), "delete"))])).toMatchObject(passes);
    expect(judge([calls(t.send(t.sendNamed(Item, "get_or_none", { id: t.path() }), "delete"))])).toMatchObject({ status: "fail" });
  });
  test("in_ of the caller's teams ties, notin_ does not", () => {
    const teams = t.at(t.caller, "team_ids");
    expect(judge([removed(byId, t.send(t.at(Item, "team_id"), "in_", teams))])).toMatchObject(passes);
    expect(judge([removed(byId, t.send(t.at(Item, "team_id"), "notin_", teams))])).toMatchObject({ status: "fail" });
  });
  test("a join on the caller's membership ties, an outer join does not", () => {
    const Member = t.symbol("app.models.Member");
    const joined = (name: string): ReturnType<typeof calls> =>
      calls(t.send(session, "delete", t.send(session, "scalar", t.send(t.send(t.call(t.symbol("sqlalchemy.select"), Item), name, Member, t.eq(t.at(Member, "user_id"), callerId)), "where", byId))));
    expect(judge([joined("join")])).toMatchObject(passes);
    expect(judge([joined("outerjoin")])).toMatchObject({ status: "fail" });
  });
  test("a delete statement is judged by its own filter", () => {
    const statement = (...conditions: Parameters<typeof selected>[1][]): ReturnType<typeof calls> =>
      calls(t.send(session, "execute", t.send(t.call(t.symbol("sqlalchemy.delete"), Item), "where", ...conditions)));
    expect(judge([statement(byId, byOwner)])).toMatchObject(passes);
    expect(judge([statement(byId)])).toMatchObject({ status: "fail" });
  });
  test("the caller among the written values ties nothing", () => {
    const statement = t.sendNamed(t.send(t.call(t.symbol("sqlalchemy.update"), Item), "where", byId), "values", { updated_by: callerId });
    expect(judge([calls(t.send(session, "execute", statement))], { method: "PATCH" })).toMatchObject(fails("noTie"));
  });
  test("bulk ids of the body need the caller as well", () => {
    const bulk = t.send(t.at(Item, "id"), "in_", t.at(t.body(), "ids"));
    expect(judge([removed(bulk)], { method: "POST", path: "/items/bulk-delete" })).toMatchObject({ status: "fail" });
    expect(judge([removed(bulk, byOwner)], { method: "POST", path: "/items/bulk-delete" })).toMatchObject(passes);
  });
  test("an object reached from the caller is the caller's", () => {
    expect(judge([calls(t.send(t.sendNamed(t.at(t.caller, "items"), "get", { id: t.path() }), "delete"))])).toMatchObject(passes);
  });
  test("found in two ways, one without the caller, it is undecided: an administrator may take the other", () => {
    expect(judge([calls(t.send(session, "delete", t.either(selected(Item, byId, byOwner), selected(Item, byId))))])).toMatchObject(undecided);
  });
  test("found in two ways, both with the caller, it is tied, and nothing found is no third", () => {
    const byTeam = t.eq(t.at(Item, "team_id"), t.at(t.caller, "team_id"));
    expect(judge([calls(t.send(session, "delete", t.either(selected(Item, byId, byOwner), selected(Item, byId, byTeam), t.value(null))))])).toMatchObject(passes);
  });
  test("a composite key with the caller ties", () => {
    expect(judge([calls(t.send(session, "delete", got(t.tuple(t.path(), callerId))))])).toMatchObject(passes);
  });
});
