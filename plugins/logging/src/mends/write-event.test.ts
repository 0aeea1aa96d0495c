import { applyEdits, type Endpoint, type HandlerTrace } from "@muster/contract";
import { expect, test } from "vitest";
import { at, attribute, call, constant, endpoint, input, logger, model, read, session, symbol, trace, user } from "../../test/model.ts";
import { unauditedMutation } from "../rules/unaudited-mutation.ts";
import { handlersExtractor } from "./written-handlers.ts";

const text = `def delete_item(item_id, user):
    session.delete(session.get(Item, item_id))
    logger.info("item deleted", extra={"actor": user, "item_id": item_id})

def archive_item(item_id, user):
    archive(item_id)
    return {}

def cancel_item(item_id, user):
    return cancel(item_id)
`;
const path = "app/main.py";
const id = input("item_id");
const fact = handlersExtractor.extract({ file: { path, size: text.length, role: "source" }, bytes: Buffer.from(text), text: () => text, options: null });
const handler = (name: string, on: string, line: number): Endpoint => endpoint(on, { handler: { symbol: `app.main.${name}`, span: at(line) } });
/** What is called at the lines, in order. */
const run = (...calls: readonly (readonly [line: number, called: ReturnType<typeof call>])[]): HandlerTrace => {
  const made = trace(calls.map(([, called]) => called));
  return { ...made, events: made.events.map((event, index) => ({ ...event, span: at(calls[index]?.[0] ?? 0) })) };
};
const deletion = call(attribute(session, "delete"), [id]);
const event = call(attribute(logger, "info"), [constant("item deleted"), user, id]);
const audited = [handler("delete_item", "DELETE /items/{item_id}", 1), run([2, deletion], [3, event])] as const;
const archived = [handler("archive_item", "POST /items/{item_id}/archive", 5), run([6, call(attribute(symbol("store"), "remove"), [id])])] as const;
const cancelled = [handler("cancel_item", "POST /items/{item_id}/cancel", 9), run([10, call(attribute(symbol("store"), "cancel"), [id])])] as const;
const fixesOf = (...pairs: readonly (readonly [Endpoint, HandlerTrace])[]) => read(unauditedMutation, { ...model(...pairs), facts: () => (fact === undefined ? [] : [{ path, fact }]) }).map(({ report }) => report.fix);

test("the event of the handler beside it is written behind the change, with what this one does", () => {
  const [fix] = fixesOf(audited, archived);
  expect(fix?.title).toBe("Write the audit event that `delete_item` beside it writes");
  expect(applyEdits(text, fix?.edits ?? []).split("\n").slice(5, 8)).toEqual(["    archive(item_id)", '    logger.info("item archived", extra={"actor": user, "item_id": item_id})', "    return {}"]);
});

test("where the handler ends with the change, and where no other writes an event, it takes a decision", () => {
  expect(fixesOf(audited, cancelled)).toEqual([undefined]);
  expect(fixesOf(archived)).toEqual([undefined]);
});
