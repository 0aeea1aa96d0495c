import type { DataModel } from "@muster/contract";
import { describe, expect, test } from "vitest";
import { somewhere } from "../test-support/terms.ts";
import { createOwnership } from "./ownership.ts";

/** `column->reference` */
function model(name: string, columns: string, more: Partial<DataModel> = {}): DataModel {
  const declared = columns.split(" ").filter((column) => column !== "");
  return { name: `app.${name}`, span: somewhere(), bases: [], columns: declared.map((column) => ({ name: column.split("->")[0] ?? "", span: somewhere(), ...(column.includes("->") && { references: column.split("->")[1] ?? "" }) })), ...more };
}

const user = model("Person", "id password_hash", { table: "people" });

function owner(of: string, ...models: readonly DataModel[]): string | undefined {
  const owned = createOwnership([user, ...models]).of(`app.${of}`);
  return owned?.kind === "owned" ? `${owned.by.kind} ${owned.by.path}` : owned?.kind;
}

describe("whose an object is", () => {
  test("by a key to the table of users, whatever the column is called", () => {
    expect(owner("Item", model("Item", "id keeper->people.id"))).toBe("owner Item.keeper");
  });
  test("by a class, a setting and a bare name", () => {
    expect(owner("A", model("A", "x->app.Person"))).toBe("owner A.x");
    expect(owner("A", model("A", "x->django.conf.settings.AUTH_USER_MODEL"))).toBe("owner A.x");
    expect(owner("A", model("A", "owner"))).toBe("owner A.owner");
  });
  test("over its parents", () => {
    expect(owner("Step", model("Step", "task->app.Task"), model("Task", "project_id->project.id"), model("Project", "lead->Person"))).toBe("owner Step.task → Task.project_id → Project.lead");
  });
  test("by what callers share: a tenant by name, or the other end of a membership", () => {
    expect(owner("Doc", model("Doc", "org->app.Organization"), model("Organization", "name"))).toBe("tenant Doc.org");
    expect(owner("Doc", model("Doc", "club->app.Guild"), model("Guild", "name"), model("GuildMember", "guild->app.Guild person->app.Person"))).toBe("tenant Doc.club");
  });
  test("a caller's record is its own", () => {
    expect(owner("Person")).toBe("caller");
  });
});

describe("what says nothing of it", () => {
  test("who changed or approved it last", () => {
    expect(owner("Tag", model("Tag", "name updated_by->app.Person approved_by->app.Person"))).toBe("nobody");
  });
  test("the many that hang below it", () => {
    expect(owner("Dish", model("Dish", "id orders->Order"), model("Order", "dish_id->dish.id buyer->app.Person"))).toBe("nobody");
  });
  test("models that lead to each other, and to nobody", () => {
    expect(owner("A", model("A", "b->app.B"), model("B", "a->app.A"))).not.toBe("owner A.b");
  });
});

test("a reference to what is not known leaves it open", () => {
  expect(owner("Item", model("Item", "box->elsewhere.Box"))).toBeUndefined();
  expect(owner("Unknown")).toBeUndefined();
});
