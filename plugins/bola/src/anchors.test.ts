import { describe, expect, test } from "vitest";
import * as t from "./test-support/terms.ts";
import { callerId, got, selected, session } from "./test-support/terms.ts";
import { calls, fails, judge, passes, unless } from "./test-support/trace.ts";

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
    expect(judge([calls(t.send(session, "delete", byParent), owned)], about)).toMatchObject(passes);
    const byLoaded = selected(Task, t.eq(t.at(Task, "id"), t.path("task_id")), t.eq(t.at(Task, "project_id"), t.at(project, "id")));
    expect(judge([calls(t.send(session, "delete", byLoaded), owned)], about)).toMatchObject(passes);
  });
  test("a child that must name the parent is tied by the parent", () => {
    const task = got(t.path("task_id"), Task);
    expect(judge([calls(t.send(session, "delete", task), owned, unless(t.ne(t.at(task, "project_id"), t.at(project, "id"))))], about)).toMatchObject(passes);
  });
  test("the parent reached from the child ties", () => {
    const task = got(t.path("task_id"), Task);
    expect(judge([calls(t.send(session, "delete", task), unless(t.ne(t.at(task, "project", "owner_id"), callerId)))], about)).toMatchObject(passes);
  });
});
