import { describe, expect, test } from "vitest";
import * as t from "../test-support/terms.ts";
import { callerId, got, Item, selected, session, somewhere } from "../test-support/terms.ts";
import { calls, deletes, judge, sets, unless, when } from "../test-support/trace.ts";

const item = got();
const removes = t.send(session, "delete", item);
const commits = t.send(session, "commit");
const foreign = t.ne(t.at(item, "owner_id"), callerId);
const missing = unless(t.not(item), 404);
const superuser = t.at(t.caller, "is_superuser");
const pass = { status: "pass", messages: [] };
const fails = (message: string): object => ({ status: "fail", messages: [message] });
const undecided = { status: "indeterminate", messages: [] };

describe("a condition that rejects", () => {
  test("an owner compared before the deletion ties", () => {
    expect(judge([calls(removes, missing, unless(foreign)), calls(commits)])).toMatchObject(pass);
  });
  test("a deletion by an id alone does not", () => {
    expect(judge([calls(removes, missing), calls(commits)])).toMatchObject(fails("noCaller"));
  });
  test("knowing the caller ties nothing", () => {
    expect(judge([calls(t.call(t.symbol("app.log"), callerId)), calls(removes, missing)])).toMatchObject(fails("noTie"));
  });
  test("a superuser is let past, and the reason says so", () => {
    const judged = judge([calls(removes, missing, unless(t.and(t.not(superuser), foreign), 400))]);
    expect(judged).toMatchObject(pass);
    expect(judged.reason).toContain("is_superuser");
  });
  test("`not (owner or admin)` is the same by De Morgan", () => {
    expect(judge([calls(removes, unless(t.not(t.or(t.eq(t.at(item, "owner_id"), callerId), superuser))))])).toMatchObject(pass);
  });
  test("a check joined by `or` to something unrelated is none", () => {
    expect(judge([calls(removes, when(t.or(t.eq(t.at(item, "owner_id"), callerId), t.at(item, "is_shared"))))])).toMatchObject(fails("branchOnly"));
  });
  test("a check joined by `and` to something unrelated in the rejection is asked on some paths only", () => {
    expect(judge([calls(removes, unless(t.and(t.query("strict"), foreign)))])).toMatchObject(fails("branchOnly"));
  });
  test("a further restriction does not loosen a check", () => {
    expect(judge([calls(removes, unless(t.or(foreign, t.at(item, "locked"))))])).toMatchObject(pass);
  });
  test("membership in a list of the object ties", () => {
    expect(judge([calls(removes, unless(t.operation("not in", callerId, t.at(item, "project", "member_ids"))))])).toMatchObject(pass);
  });
  test("being outside of a list of the object does not", () => {
    expect(judge([calls(removes, unless(t.isIn(callerId, t.at(item, "blocked_ids"))))])).toMatchObject({ status: "fail" });
  });
  test("any attribute of the object compared with the caller ties, whatever its name", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "zone"), t.at(t.caller, "zone"))))])).toMatchObject(pass);
  });
  test("the caller's tenant is a tie", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "organization_id"), t.at(t.caller, "organization_id"))))])).toMatchObject(pass);
  });
  test("an id in the path that must be the caller's own is a tie for the user it names", () => {
    const user = got(t.path("user_id"), t.symbol("app.models.User"));
    expect(judge([calls(t.send(session, "delete", user), unless(t.ne(t.path("user_id"), callerId)))], { path: "/users/{user_id}" })).toMatchObject(pass);
  });
  test("a user in the path who is the caller does not tie an item that is found without the user", () => {
    const judged = judge([calls(t.send(session, "delete", got(t.path("item_id"))), unless(t.ne(t.path("user_id"), callerId)))], { path: "/users/{user_id}/items/{item_id}" });
    expect(judged).toMatchObject(fails("childNotTied"));
  });
  test("a permission call with caller and object whose answer rejects ties", () => {
    expect(judge([calls(removes, unless(t.not(t.call(t.symbol("acl.can_delete"), t.caller, item))))])).toMatchObject(pass);
  });
  test("a token's claim is the caller too", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), t.item(t.caller, t.value("sub")))))])).toMatchObject(pass);
  });
  test("the user that a middleware left on the request is the caller", () => {
    expect(judge([calls(removes, unless(t.ne(t.at(item, "owner_id"), t.at(t.request, "state", "user", "id"))))])).toMatchObject(pass);
  });
  test("a row that joins caller and object, required to exist, ties", () => {
    const Member = t.symbol("app.models.Member");
    const member = selected(Member, t.eq(t.at(Member, "item_id"), t.path()), t.eq(t.at(Member, "user_id"), callerId));
    expect(judge([calls(removes, unless(t.not(member)))])).toMatchObject(pass);
    expect(judge([calls(removes, unless(t.operation("is", member, t.value(null))))])).toMatchObject(pass);
  });
  test("a row of the caller that does not name the object ties nothing", () => {
    const Member = t.symbol("app.models.Member");
    const member = selected(Member, t.eq(t.at(Member, "user_id"), callerId));
    expect(judge([calls(removes, unless(t.not(member)))])).toMatchObject(fails("noTie"));
  });
  test("a caller's role on the object ties", () => {
    const Member = t.symbol("app.models.Member");
    const member = selected(Member, t.eq(t.at(Member, "item_id"), t.path()), t.eq(t.at(Member, "user_id"), callerId));
    expect(judge([calls(removes, unless(t.ne(t.at(member, "role"), t.value("admin"))))])).toMatchObject(pass);
  });
});

describe("checks that do not check", () => {
  test("after the mutation it comes too late", () => {
    const statement = t.send(session, "execute", t.send(t.call(t.symbol("sqlalchemy.delete"), Item), "where", t.eq(t.at(Item, "id"), t.path())));
    const judged = judge([calls(statement)], { exits: [{ kind: "raise", under: [when(foreign)], after: [0] }] });
    expect(judged).toMatchObject(fails("afterMutation"));
  });
  test("between a session's delete and its commit it comes in time", () => {
    expect(judge([calls(removes), calls(commits, unless(foreign))])).toMatchObject(pass);
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

describe("queries", () => {
  const removed = (...conditions: Parameters<typeof selected>[1][]): ReturnType<typeof calls> => calls(t.send(session, "delete", selected(Item, ...conditions)));
  const byId = t.eq(t.at(Item, "id"), t.path());
  const byOwner = t.eq(t.at(Item, "owner_id"), callerId);

  test("filtered by the caller they tie", () => {
    expect(judge([removed(byId, byOwner)])).toMatchObject(pass);
  });
  test("filtered by the id alone they do not", () => {
    expect(judge([removed(byId)])).toMatchObject({ status: "fail" });
  });
  test("and_ holds both, or_ holds either", () => {
    expect(judge([removed(t.call(t.symbol("sqlalchemy.and_"), byId, byOwner))])).toMatchObject(pass);
    expect(judge([removed(byId, t.call(t.symbol("sqlalchemy.or_"), byOwner, t.at(Item, "public")))])).toMatchObject({ status: "fail" });
  });
  test("`&` and `|` between columns are `and` and `or`", () => {
    expect(judge([removed(t.operation("&", byId, byOwner))])).toMatchObject(pass);
    expect(judge([removed(t.operation("|", byId, byOwner))])).toMatchObject({ status: "fail" });
  });
  test("everything but the caller's is no tie", () => {
    expect(judge([removed(byId, t.ne(t.at(Item, "owner_id"), callerId))])).toMatchObject({ status: "fail" });
  });
  test("filter_by and keyword lookups with the caller tie", () => {
    expect(judge([calls(t.send(t.sendNamed(t.send(session, "query", Item), "filter_by", { id: t.path(), owner_id: callerId }), "delete"))])).toMatchObject(pass);
    expect(judge([calls(t.send(t.sendNamed(Item, "get_or_none", { id: t.path(), owner: t.caller }), "delete"))])).toMatchObject(pass);
    expect(judge([calls(t.send(t.sendNamed(Item, "get_or_none", { id: t.path() }), "delete"))])).toMatchObject({ status: "fail" });
  });
  test("in_ of the caller's teams ties, notin_ does not", () => {
    const teams = t.at(t.caller, "team_ids");
    expect(judge([removed(byId, t.send(t.at(Item, "team_id"), "in_", teams))])).toMatchObject(pass);
    expect(judge([removed(byId, t.send(t.at(Item, "team_id"), "notin_", teams))])).toMatchObject({ status: "fail" });
  });
  test("a join on the caller's membership ties, an outer join does not", () => {
    const Member = t.symbol("app.models.Member");
    const joined = (name: string): ReturnType<typeof calls> =>
      calls(t.send(session, "delete", t.send(session, "scalar", t.send(t.send(t.call(t.symbol("sqlalchemy.select"), Item), name, Member, t.eq(t.at(Member, "user_id"), callerId)), "where", byId))));
    expect(judge([joined("join")])).toMatchObject(pass);
    expect(judge([joined("outerjoin")])).toMatchObject({ status: "fail" });
  });
  test("a delete statement is judged by its own filter", () => {
    const statement = (...conditions: Parameters<typeof selected>[1][]): ReturnType<typeof calls> =>
      calls(t.send(session, "execute", t.send(t.call(t.symbol("sqlalchemy.delete"), Item), "where", ...conditions)));
    expect(judge([statement(byId, byOwner)])).toMatchObject(pass);
    expect(judge([statement(byId)])).toMatchObject({ status: "fail" });
  });
  test("the caller among the written values ties nothing", () => {
    const statement = t.sendNamed(t.send(t.call(t.symbol("sqlalchemy.update"), Item), "where", byId), "values", { updated_by: callerId });
    expect(judge([calls(t.send(session, "execute", statement))], { method: "PATCH" })).toMatchObject(fails("noTie"));
  });
  test("bulk ids of the body need the caller as well", () => {
    const bulk = t.send(t.at(Item, "id"), "in_", t.at(t.body(), "ids"));
    expect(judge([removed(bulk)], { method: "POST", path: "/items/bulk-delete" })).toMatchObject({ status: "fail" });
    expect(judge([removed(bulk, byOwner)], { method: "POST", path: "/items/bulk-delete" })).toMatchObject(pass);
  });
  test("an object reached from the caller is the caller's", () => {
    expect(judge([calls(t.send(t.sendNamed(t.at(t.caller, "items"), "get", { id: t.path() }), "delete"))])).toMatchObject(pass);
  });
  test("found in two ways, one without the caller, it is not tied", () => {
    expect(judge([calls(t.send(session, "delete", t.either(selected(Item, byId, byOwner), selected(Item, byId))))])).toMatchObject({ status: "fail" });
  });
  test("a composite key with the caller ties", () => {
    expect(judge([calls(t.send(session, "delete", got(t.tuple(t.path(), callerId))))])).toMatchObject(pass);
  });
});

describe("parents and children", () => {
  const Project = t.symbol("app.models.Project");
  const Task = t.symbol("app.models.Task");
  const project = got(t.path("project_id"), Project);
  const owned = unless(t.ne(t.at(project, "owner_id"), callerId));
  const about = { path: "/projects/{project_id}/tasks/{task_id}" };

  test("a parent that is checked does not tie a child found by its own id", () => {
    expect(judge([calls(t.send(session, "delete", got(t.path("task_id"), Task)), owned)], about)).toMatchObject(fails("childNotTied"));
  });
  test("a child found by its parent's id is tied by the parent", () => {
    const byParent = selected(Task, t.eq(t.at(Task, "id"), t.path("task_id")), t.eq(t.at(Task, "project_id"), t.path("project_id")));
    expect(judge([calls(t.send(session, "delete", byParent), owned)], about)).toMatchObject(pass);
    const byLoaded = selected(Task, t.eq(t.at(Task, "id"), t.path("task_id")), t.eq(t.at(Task, "project_id"), t.at(project, "id")));
    expect(judge([calls(t.send(session, "delete", byLoaded), owned)], about)).toMatchObject(pass);
  });
  test("a child that must name the parent is tied by the parent", () => {
    const task = got(t.path("task_id"), Task);
    expect(judge([calls(t.send(session, "delete", task), owned, unless(t.ne(t.at(task, "project_id"), t.at(project, "id"))))], about)).toMatchObject(pass);
  });
  test("the parent reached from the child ties", () => {
    const task = got(t.path("task_id"), Task);
    expect(judge([calls(t.send(session, "delete", task), unless(t.ne(t.at(task, "project", "owner_id"), callerId)))], about)).toMatchObject(pass);
  });
});

describe("roles", () => {
  test("administrators may touch every object, which is shown", () => {
    const judged = judge([calls(removes, unless(t.not(superuser)))]);
    expect(judged).toMatchObject(pass);
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
    expect(judge([calls(removes)], guard("role", ["admin"]))).toMatchObject(pass);
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
    expect(judge([calls(service, unless(foreign))])).toMatchObject(pass);
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

describe("stores", () => {
  const cases: readonly [string, ReturnType<typeof calls>, ReturnType<typeof calls>][] = [
    ["Mongo", calls(t.send(t.symbol("app.db.items"), "delete_one", t.dict({ _id: t.path() }))), calls(t.send(t.symbol("app.db.items"), "delete_one", t.dict({ _id: t.path(), owner: callerId })))],
    ["Redis", calls(t.send(t.symbol("app.redis"), "delete", t.template("doc:", t.path()))), calls(t.send(t.symbol("app.redis"), "delete", t.template("doc:", callerId, ":", t.path())))],
    ["S3", calls(t.sendNamed(t.symbol("app.s3"), "delete_object", { Bucket: t.value("b"), Key: t.path() })), calls(t.sendNamed(t.symbol("app.s3"), "delete_object", { Bucket: t.value("b"), Key: t.template(callerId, "/", t.path()) }))],
    ["files", calls(t.call(t.symbol("os.remove"), t.template("/data/", t.path()))), calls(t.call(t.symbol("os.remove"), t.template("/data/", callerId, "/", t.path())))],
    [
      "SQL",
      calls(t.send(session, "execute", t.call(t.symbol("sqlalchemy.text"), t.value("DELETE FROM items WHERE id = :id")), t.dict({ id: t.path() }))),
      calls(t.send(session, "execute", t.call(t.symbol("sqlalchemy.text"), t.value("DELETE FROM items WHERE id = :id AND owner_id = :owner")), t.dict({ id: t.path(), owner: callerId }))),
    ],
  ];
  test.each(cases)("%s: the key alone does not tie, the caller in it does", (_, open, owned) => {
    expect(judge([open])).toMatchObject({ status: "fail" });
    expect(judge([owned])).toMatchObject(pass);
  });
  test("Mongo: `$or` needs the caller in every part, and `$set` is no filter", () => {
    const items = t.symbol("app.db.items");
    expect(judge([calls(t.send(items, "delete_one", t.dict({ _id: t.path(), $or: t.list(t.dict({ owner: callerId }), t.dict({ editors: callerId })) })))])).toMatchObject(pass);
    expect(judge([calls(t.send(items, "delete_one", t.dict({ _id: t.path(), $or: t.list(t.dict({ owner: callerId }), t.dict({ open: t.value(true) })) })))])).toMatchObject({ status: "fail" });
    expect(judge([calls(t.send(items, "update_one", t.dict({ _id: t.path() }), t.dict({ $set: t.dict({ by: callerId }) })))])).toMatchObject({ status: "fail" });
  });
  test("SQL: the caller in SET is no filter, and an OR is undecided", () => {
    const run = (sql: string): ReturnType<typeof calls> => calls(t.send(session, "execute", t.value(sql), t.tuple(callerId, t.path())));
    expect(judge([run("UPDATE items SET editor = ? WHERE id = ?")])).toMatchObject({ status: "fail" });
    expect(judge([run("DELETE FROM items WHERE owner = ? AND id = ?")])).toMatchObject(pass);
    expect(judge([run("DELETE FROM items WHERE owner = ? OR id = ?")])).toMatchObject(undecided);
  });
  test("a dictionary in memory is a store", () => {
    const kept = t.item(t.symbol("app.store.items"), t.path());
    expect(judge([deletes(kept)])).toMatchObject({ status: "fail" });
    expect(judge([deletes(kept, unless(t.ne(t.at(kept, "owner"), callerId)))])).toMatchObject(pass);
  });
});

describe("changes", () => {
  const put = { method: "PUT" };
  test("an attribute set on an object found by id needs a tie", () => {
    expect(judge([sets(item, "title", t.at(t.body(), "title"), missing)], put)).toMatchObject({ status: "fail" });
    expect(judge([sets(item, "title", t.at(t.body(), "title"), missing, unless(foreign))], put)).toMatchObject(pass);
  });
  test("a soft deletion is one", () => {
    const judged = judge([sets(item, "is_deleted", t.value(true))], { method: "POST", path: "/items/{id}/archive" });
    expect(judged.proof.map((step) => step.note).join()).toContain("soft-deletes");
    expect(judged).toMatchObject({ status: "fail" });
  });
  test("setattr, sqlmodel_update and query.update are changes", () => {
    expect(judge([calls(t.call(t.symbol("setattr"), item, t.value("title"), t.body()))], put)).toMatchObject({ status: "fail" });
    expect(judge([calls(t.send(item, "sqlmodel_update", t.body()))], put)).toMatchObject({ status: "fail" });
    expect(judge([calls(t.send(t.sendNamed(t.at(Item, "objects"), "filter", { id: t.path() }), "update", t.body()))], put)).toMatchObject({ status: "fail" });
  });
  test("a change of the caller's own record is the caller's", () => {
    expect(judge([sets(t.caller, "name", t.at(t.body(), "name"))], { method: "PATCH", path: "/users/me" })).toMatchObject(pass);
  });
});

describe("what the control leaves out", () => {
  test("methods that read", () => {
    expect(judge([calls(t.send(session, "refresh", item))], { method: "GET" })).toMatchObject({ status: "not_applicable", messages: [] });
  });
  test("a GET that deletes is destructive", () => {
    expect(judge([calls(removes)], { method: "GET" })).toMatchObject({ status: "fail" });
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

describe("the proof", () => {
  test("leads from the id over the lookup to the mutation and what is missing", () => {
    const notes = judge([calls(removes, missing)]).proof.map((step) => step.note);
    expect(notes).toEqual(["DELETE /items/{id}: the caller chooses `id`", "`session.get(Item, id)` finds the object", "`session.delete(session.get(Item, id))` deletes it", "the handler never asks who is calling"]);
  });
  test("of a pass ends at the line that ties", () => {
    const check = unless(foreign);
    const judged = judge([calls(removes, missing, check)]);
    expect(judged.proof.at(-1)?.span).toEqual(check.span);
  });
});
