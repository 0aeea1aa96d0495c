import type { HandlerTrace, Span, Term } from "@muster/contract";
import { expect, test } from "vitest";
import { TraceShelf } from "./trace-shelf.ts";

const span: Span = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 2 };
const term: Term = { kind: "symbol", name: "x" };

function trace(events: number, around?: HandlerTrace["around"]): HandlerTrace {
  return {
    events: Array.from({ length: events }, (_, index) => ({ kind: "delete", index, span, under: [], through: [], looped: false, target: term })),
    exits: [],
    lost: [],
    complete: true,
    ...(around && { around }),
  };
}

test("what is packed comes back as it was, with what runs around it", () => {
  const shelf = new TraceShelf(5);
  const around = [{ name: "middleware", span }];
  const [first, second, third] = [trace(3), trace(3, around), trace(2)];
  shelf.set("first", first);
  shelf.set("second", second);
  shelf.set("third", third);
  expect(shelf.get("first")).toBe(first);
  expect(shelf.get("second")).toEqual(second);
  expect(shelf.get("second")).not.toBe(second);
  expect(shelf.get("second")?.around).toBe(around);
  expect(shelf.get("third")).toBe(third);
  expect(shelf.get("none")).toBeUndefined();
});

test("terms that are shared stay shared, and a trace that is put again takes the other's place", () => {
  const shelf = new TraceShelf(2);
  shelf.set("a", trace(2));
  shelf.set("a", trace(3));
  const [one, two] = shelf.get("a")?.events ?? [];
  expect(one?.kind === "delete" && two?.kind === "delete" && one.target === two.target).toBe(true);
  const small = trace(2);
  shelf.set("b", small);
  expect(shelf.get("b")).toBe(small);
});
