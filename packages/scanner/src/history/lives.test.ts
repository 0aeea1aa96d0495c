import { describe, expect, it } from "vitest";
import { pushOrder, type CommitGraph } from "./commit-graph.ts";
import { IdTable } from "./id-table.ts";
import { livesOf, type ContentEvent } from "./lives.ts";

/** A repository by hand: each commit's parents, and its tree as path → content. */
interface Model {
  readonly parents: readonly (readonly number[])[];
  readonly trees: readonly ReadonlyMap<number, number>[];
}

const pathCount = 4;
const contentCount = 8;

function randomModel(seed: number, commits: number): Model {
  let state = seed * 7919 + 1;
  const draw = (bound: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
  const parents: number[][] = [];
  const trees: Map<number, number>[] = [];
  for (let commit = 0; commit < commits; commit++) {
    const own = commit === 0 || draw(12) === 0 ? [] : Array.from({ length: draw(4) === 0 ? 2 : 1 }, () => Math.max(0, commit - 1 - draw(5)));
    parents.push([...new Set(own)]);
    // A merge takes each path from one of its parents, or makes it anew.
    const tree = new Map<number, number>();
    for (let path = 0; path < pathCount; path++) {
      const from = parents[commit]?.[draw(2)] ?? parents[commit]?.[0];
      const content = draw(4) === 0 ? draw(contentCount) - 2 : from === undefined ? -1 : (trees[from]?.get(path) ?? -1);
      if (content >= 0) tree.set(path, content);
    }
    trees.push(tree);
  }
  return { parents, trees };
}

function eventsOf({ parents, trees }: Model): ContentEvent[] {
  return trees.flatMap((tree, commit) => {
    const before = trees[parents[commit]?.[0] ?? -1] ?? new Map<number, number>();
    return Array.from({ length: pathCount }, (_, path) => ({ commit, path, old: before.get(path) ?? -1, new: tree.get(path) ?? -1 })).filter((event) => event.old !== event.new);
  });
}

function graphOf({ parents }: Model): CommitGraph {
  return { ids: new IdTable(20), parents, authored: parents.map(() => 0), unreachableFrom: parents.length };
}

/** Things: the even contents hold thing 2 × path, those from four on hold 2 × path + 1. */
const thingsAt = (path: number, content: number): number[] => [...(content % 2 === 0 ? [2 * path] : []), ...(content >= 4 ? [2 * path + 1] : [])];

describe("lives over random graphs", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))("are what going through every commit's tree says: %i", (seed) => {
    const model = randomModel(seed, 5 + (seed % 8) * 12);
    const graph = graphOf(model);
    const head = model.parents.length - 1;
    const push = pushOrder(graph, head);
    const tips = [...new Set([head, Math.floor(head / 2), Math.floor(head / 3)])].map((commit, index) => ({ name: `r${index}`, commit }));
    const lives = livesOf({ graph, push, events: eventsOf(model), thingsAt, things: 2 * pathCount, head, tips });
    for (const [thing, life] of lives.entries()) {
      const holders = model.trees.flatMap((tree, commit) => (thingsAt(Math.floor(thing / 2), tree.get(Math.floor(thing / 2)) ?? -1).includes(thing) && tree.has(Math.floor(thing / 2)) ? [commit] : []));
      const byOrder = holders.toSorted((a, b) => (push.order[a] ?? 0) - (push.order[b] ?? 0));
      expect({ first: life.first, last: life.last, inTree: life.inTree, refs: life.refs, names: life.refNames }).toEqual({
        first: byOrder[0] ?? -1,
        last: byOrder.at(-1) ?? -1,
        inTree: holders.includes(head),
        refs: tips.filter(({ commit }) => holders.includes(commit)).length,
        names: tips.filter(({ commit }) => holders.includes(commit)).map(({ name }) => name),
      });
      expect(life.content).toBe(model.trees[life.last]?.get(Math.floor(thing / 2)) ?? -1);
    }
  });
});

describe("the order in which commits came", () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))("has no commit before its ancestors, and each number once: %i", (seed) => {
    const model = randomModel(seed, 40);
    const { order, landed } = pushOrder(graphOf(model), 39);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    for (const [commit, parents] of model.parents.entries()) for (const parent of parents) expect(order[parent]).toBeLessThan(order[commit] ?? 0);
    // Whoever landed a commit is on the main line, and not before it.
    const early = [...landed.entries()].filter(([commit, merge]) => merge !== -1 && (order[merge] ?? 0) < (order[commit] ?? 0));
    expect(early).toEqual([]);
  });

  it("follows what the main line took in, not when branches were begun", () => {
    // 0 ─ 1 ─ 3 ─ 4, where 2 (from 0) is merged by 4.
    const model: Model = { parents: [[], [0], [0], [1], [3, 2]], trees: [] };
    const { order, landed } = pushOrder(graphOf(model), 4);
    expect([...order]).toEqual([1, 2, 4, 3, 5]);
    expect([...landed]).toEqual([0, 1, 4, 3, 4]);
  });
});
