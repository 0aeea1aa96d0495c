import { expect, test } from "vitest";
import { Machine } from "../evaluate/machine.ts";
import { RunMemo } from "../evaluate/run-memo.ts";
import { indexModules } from "../modules/module-index.ts";
import { emptySummary } from "../modules/module.ts";
import type { ModuleSummary } from "../syntax.ts";
import { inRounds } from "./in-rounds.ts";

/** A machine that knows no module, and what brings some. */
function setUp(): { readonly machine: Machine; load(wanted: Iterable<string>): Promise<boolean>; readonly loads: string[][] } {
  const summaries = new Map<string, ModuleSummary>();
  const loads: string[][] = [];
  const machine = new Machine({ index: indexModules([]), natives: new Map(), patterns: [], summaries, lost: new Map(), documents: new Map(), eager: () => false });
  const load = async (wanted: Iterable<string>): Promise<boolean> => {
    const open = [...wanted].filter((path) => !summaries.has(path));
    for (const path of open) summaries.set(path, emptySummary);
    loads.push(open);
    return open.length > 0;
  };
  return { machine, load, loads };
}

test("those that miss a module run again once it is there, the others once", async () => {
  const { machine, load } = setUp();
  const runs: string[] = [];
  await inRounds(machine, ["a", "b"], (item) => {
    runs.push(item);
    if (item === "b") machine.module("b.py");
  }, load, 5);
  expect(runs).toEqual(["a", "b", "b"]);
  expect(machine.missing.size).toBe(0);
});

test("what all of many miss is brought by the few that go ahead", async () => {
  const { machine, load } = setUp();
  const runs = new Map<number, number>();
  await inRounds(machine, Array.from({ length: 100 }, (_, at) => at), (item) => {
    runs.set(item, (runs.get(item) ?? 0) + 1);
    if (machine.module("shared.py")) machine.module("deeper.py");
  }, load, 5);
  expect([...runs.values()].reduce((all, one) => all + one, 0)).toBe(100 + 2 * 16);
});

test("rounds end where nothing more can be had", async () => {
  const { machine } = setUp();
  let runs = 0;
  await inRounds(machine, ["a"], () => {
    runs++;
    machine.missing.add("never.py");
  }, async () => runs < 100, 5);
  expect(runs).toBe(6);
});

test("an outcome that ran into a missing module holds until it is there, and asks for it", async () => {
  const { machine, load } = setUp();
  const memo = new RunMemo<string, number>();
  const { value, needs } = machine.complete(() => (machine.module("a.py") ? 2 : 1));
  memo.set("key", value, needs);
  machine.missing.clear();
  expect(memo.get(machine, "key")).toBe(1);
  expect([...machine.missing]).toEqual(["a.py"]);
  await load(machine.missing);
  machine.missing.clear();
  expect(memo.get(machine, "key")).toBeUndefined();
  expect(machine.missing.size).toBe(0);
});
