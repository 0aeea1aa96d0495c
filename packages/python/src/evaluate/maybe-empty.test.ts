import { describe, expect, test } from "vitest";
import { traceOf } from "../test-support/link-sources.ts";

/** The names of functions that the handler calls, and whether it can succeed. */
async function runOf(body: string): Promise<{ readonly calls: readonly string[]; readonly succeeds: boolean }> {
  const trace = await traceOf(`import out\n\ndef h(ids):\n${body.split("\n").map((line) => `    ${line}`).join("\n")}\n    out.done()\n`);
  const calls = trace.events.flatMap((event) => (event.kind === "call" && event.call.callee.kind === "symbol" ? [event.call.callee.name] : []));
  return { calls, succeeds: trace.exits.some((exit) => exit.kind === "return") };
}

describe("a collection that may be empty leaves both sides open", () => {
  test.each([
    ["a comprehension over what is not known", `if [x for x in out.rows() if x.bad]:\n    raise ValueError()`],
    ["a set of it, sorted", `wrong = sorted({x.id for x in out.rows() if x.bad})\nif wrong:\n    raise ValueError()`],
    ["a filter over what is known", `wrong = [x for x in (1, 2) if out.check(x)]\nif wrong:\n    raise ValueError()`],
    ["what a loop adds", `wrong = []\nfor x in out.rows():\n    wrong.append(x)\nif wrong:\n    raise ValueError()`],
    ["what a loop adds under a condition", `wrong = []\nfor x in (1, 2):\n    if out.check(x):\n        wrong.append(x)\nif wrong:\n    raise ValueError()`],
    ["a mapping that a loop fills", `wrong = {x.id: x for x in out.rows()}\nif wrong:\n    raise ValueError()`],
  ])("%s", async (_claim, body) => {
    const run = await runOf(body);
    expect(run.calls).toContain("out.done");
    expect(run.succeeds).toBe(true);
  });

  test("one that certainly holds something leaves one", async () => {
    expect(await runOf(`wrong = [1]\nif wrong:\n    raise ValueError()`)).toEqual({ calls: [], succeeds: false });
  });
});
