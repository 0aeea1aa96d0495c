import { describe, expect, test } from "vitest";
import { at, attribute, branch, call, constant, endpoint, input, instance, logger, model, read, session, symbol, trace, unknown, user } from "../../test/model.ts";
import { unauditedMutation } from "./unaudited-mutation.ts";

const remove = endpoint("DELETE /items/{item_id}");
const id = input("item_id");
const deletion = call(attribute(session, "delete"), [call(attribute(session, "get"), [id])]);
const audit = call(attribute(logger, "info"), [constant("%s deleted %s"), user, id]);
/** The second call was not entered. */
const lost = [{ span: at(32), note: "app.services.finish was not entered" }];
const finish = call(symbol("app.services.finish"), [id, user]);

const judge = (...parts: Parameters<typeof trace>) => read(unauditedMutation, model([remove, trace(...parts)]));

test("a deletion that nothing records is reported at its handler, with the deletion as proof", () => {
  const [finding, ...rest] = judge([deletion]);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ message: "missing", severity: "medium", report: { span: at(21), symbol: "app.main.change_item" } });
  expect(finding?.text).toBe("DELETE /items/{item_id} changes data and leaves no audit event: nothing written on the way names who did what to which object.");
  expect(finding?.report.proof.map((step) => step.note)).toEqual(["`Session.delete` changes data"]);
});

test("where no change was recognised, and something is handed the id, the finding says so and is low", () => {
  const [finding] = judge([call(symbol("app_client.forget"), [id])]);
  expect(finding).toMatchObject({ message: "missing", severity: "low", confidence: "low" });
  expect(finding?.text).toContain("is there to change data (no change was recognised)");
});

test("where nothing is handed what the request chose, nothing is reported", () => {
  expect(judge([])).toEqual([]);
});

test("a deletion with a full event is silent", () => {
  expect(judge([deletion, audit])).toEqual([]);
});

test("a log that says too little is pointed at", () => {
  const [finding] = judge([deletion, call(attribute(logger, "info"), [constant("deleting")])]);
  expect(finding?.message).toBe("missing");
  expect(finding?.text).toMatch(/ The log at app\/main\.py:32 names no actor and no object\.$/);
});

test("an event without actor is graded lower", () => {
  const [finding] = judge([deletion, call(attribute(logger, "info"), [constant("deleted %s"), id])]);
  expect(finding).toMatchObject({ message: "no-actor", severity: "low", text: "The event that DELETE /items/{item_id} writes at app/main.py:32 names no actor: it does not tell who did it." });
});

test("an event without object, and one without action, say so", () => {
  expect(judge([deletion, call(attribute(logger, "info"), [constant("%s deleted"), user])])[0]?.message).toBe("no-object");
  expect(judge([deletion, call(attribute(logger, "info"), [constant("%s %s"), user, id])])[0]).toMatchObject({ message: "no-action", severity: "info" });
});

test("a message to others that says too little is no failed audit event, and an error log is none", () => {
  expect(judge([deletion, call(attribute(symbol("app.queue"), "publish"), [constant("refresh")])])[0]?.message).toBe("missing");
  expect(judge([deletion, call(attribute(logger, "exception"), [constant("could not delete %s"), id])])[0]?.message).toBe("missing");
});

test("a debug log is no audit event", () => {
  expect(judge([deletion, call(attribute(logger, "debug"), [constant("%s deleted %s"), user, id])])[0]).toMatchObject({ message: "debug-only", severity: "low" });
});

describe("on every path that succeeds", () => {
  test("an event on one branch leaves the other unaudited", () => {
    const [finding] = judge([deletion, { call: audit, under: [branch(32, true)] }]);
    expect(finding).toMatchObject({ message: "some-paths", severity: "low" });
    expect(finding?.text).toContain("but the success that ends at app/main.py:90 is not");
  });

  test("an event under the condition of the change is enough", () => {
    const owner = [branch(32, true)];
    expect(judge([{ call: deletion, under: owner }, { call: audit, under: owner }])).toEqual([]);
  });

  test("two branches with an event each are both audited", () => {
    const both = [{ call: audit, under: [branch(32, true)] }, { call: audit, under: [branch(32, false)] }];
    const exits = [{ under: [branch(32, true)], after: [0, 1] }, { under: [branch(32, false)], after: [0, 2] }];
    expect(judge([deletion, ...both], { exits })).toEqual([]);
  });

  test("a success before the change owes no event; nor does a rejection", () => {
    const past = [branch(32, false)];
    const exits = [{ under: [branch(32, true)], after: [] }, { kind: "raise" as const, status: 404, after: [] }, { under: past, after: [0, 1] }];
    expect(judge([{ call: deletion, under: past }, { call: audit, under: past }], { exits })).toEqual([]);
  });
});

describe("what was not followed", () => {
  test("hides neither a finding nor a pass: nothing is reported", () => {
    expect(judge([deletion, finish], { lost })).toEqual([]);
    expect(judge([deletion], { lost: [{ span: at(40), note: "the budget ended here" }] })).toEqual([]);
    expect(judge([deletion, call(attribute(logger, "info"), [constant("deleted %s"), unknown])])).toEqual([]);
    expect(read(unauditedMutation, model([remove, undefined]))).toEqual([]);
  });

  test("makes an incomplete event less certain", () => {
    expect(judge([deletion, finish, call(attribute(logger, "info"), [constant("deleted %s"), id])], { lost })[0]).toMatchObject({ message: "no-actor", confidence: "low" });
  });

  test("excuses nothing where it was not handed the caller", () => {
    expect(judge([deletion, call(symbol("app.db.parse"), [id])], { lost })[0]).toMatchObject({ message: "missing", confidence: "medium" });
  });
});

describe("which handlers owe an event", () => {
  const post = endpoint("POST /items/{item_id}/archive");

  test("a POST that deletes does", () => {
    expect(read(unauditedMutation, model([post, trace([deletion])]))[0]?.message).toBe("missing");
  });

  test("a POST that only creates, a read and a handler that always raises do not", () => {
    const create = trace([call(attribute(session, "add"), [instance("app.models.Item")])]);
    const silent = model([post, create], [endpoint("GET /items"), trace([deletion])], [remove, trace([], { exits: [{ kind: "raise", status: 405 }] })]);
    expect(read(unauditedMutation, silent)).toEqual([]);
  });

  test("writing the audit record is itself no change", () => {
    const record = call(attribute(symbol("app.models.AuditLog"), "objects", "update"), [], { action: constant("archived"), actor: user, object: id });
    expect(read(unauditedMutation, model([post, trace([record])]))).toEqual([]);
  });
});

test("endpoints that share a handler share the finding", () => {
  const [finding, ...rest] = read(unauditedMutation, model([endpoint("PUT /items/{item_id}"), trace([deletion])], [endpoint("PATCH /items/{item_id}"), trace([deletion])]));
  expect(rest).toEqual([]);
  expect(finding?.text).toContain("PUT /items/{item_id} (and 1 more on this handler) changes data");
});
