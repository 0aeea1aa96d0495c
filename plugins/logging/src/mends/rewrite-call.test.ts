import { expect, test } from "vitest";
import { type Place, rewriteCall } from "./rewrite-call.ts";
import { handlersExtractor, asWrittenHandlers } from "./written-handlers.ts";

/** The functions of a module in which the first one writes `call`. */
function placesIn(call: string, ...others: readonly string[]): readonly Place[] {
  const text = [`def delete_item(item_id: int, user: User):\n    who = user.id\n    ${call}\n`, ...others.map((other) => `${other}\n    pass\n`)].join("\n");
  const fact = handlersExtractor.extract({ file: { path: "app/main.py", size: text.length, role: "source" }, bytes: Buffer.from(text), text: () => text, options: null });
  const functions = fact === undefined ? [] : asWrittenHandlers(fact).functions;
  return functions.map((written) => ({ written, path: `/items/{${Object.keys(written.parameters).find((name) => name !== "user")}}` }));
}

function rewritten(call: string, other: string, path?: string): string | undefined {
  const [from, to] = placesIn(call, other);
  return from && to && rewriteCall(call, from, path === undefined ? to : { ...to, path });
}

test("another verb is said in the same form and the same letters", () => {
  expect(rewritten('audit.record("ITEM_DELETED", user, item_id)', "def update_item(item_id: int, user: User):")).toBe('audit.record("ITEM_UPDATED", user, item_id)');
  expect(rewritten("audit.record(f'{user.name} is deleting {item_id}', user)", "def archive(item_id: int, user: User):")).toBe("audit.record(f'{user.name} is archiving {item_id}', user)");
  expect(rewritten('audit.record("delete", user, id=item_id)', "def change_item(item_id: int, user: User):")).toBe('audit.record("change", user, id=item_id)');
});

test("what the path names goes by the other handler's name", () => {
  expect(rewritten('audit.record("deleted", user, item_id=item_id)', "def delete_all(pk: int, user: User):")).toBe('audit.record("deleted", user, pk=pk)');
  expect(rewritten('audit.record("items.delete", user, {"item_id": item_id})', "def delete_tag(tag_id: int, user: User):", "/tags/{tag_id}")).toBe('audit.record("tags.delete", user, {"tag_id": tag_id})');
});

test("nothing is written of an object that the text does not say, or by a verb that it does not know", () => {
  expect(rewritten('audit.record("delete", user, item_id)', "def delete_tag(tag_id: int, user: User):", "/tags/{tag_id}")).toBeUndefined();
  expect(rewritten('audit.record("delete", user, item_id)', "def shuffle_item(item_id: int, user: User):")).toBeUndefined();
  expect(rewritten('audit.record("removed", user, item_id)', "def update_item(item_id: int, user: User):")).toBeUndefined();
  expect(rewritten('audit.record("gone", user, item_id)', "def delete_items(item_id: int, user: User):")).toBeUndefined();
});

test("nothing is written with a name that is not there, or is something else there", () => {
  expect(rewritten('audit.record("delete", user, item_id)', "def delete_now(item_id: int):")).toBeUndefined();
  expect(rewritten('audit.record("delete", user, item_id)', "def delete_now(item_id: int, user: str):")).toBeUndefined();
  expect(rewritten('audit.record("delete", who, item_id)', "def delete_now(item_id: int, user: User):")).toBeUndefined();
  expect(rewritten('await audit.record("delete", user, item_id)', "def delete_now(item_id: int, user: User):")).toBeUndefined();
  expect(rewritten('await audit.record("delete", user, item_id)', "async def delete_now(item_id: int, user: User):")).toBe('await audit.record("delete", user, item_id)');
});

test("a name that both give themselves in the same statement is the same", () => {
  const [from] = placesIn('audit.record("delete", who, item_id)', "def nothing():");
  expect(from && rewriteCall('audit.record("delete", who, item_id)', from, { ...from, written: { ...from.written, name: "delete_again" } })).toBe('audit.record("delete", who, item_id)');
});
