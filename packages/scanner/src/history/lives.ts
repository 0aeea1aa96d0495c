import type { CommitGraph, PushOrder } from "./commit-graph.ts";

/** That a commit put another content in the place of an old one; -1 where there was or is none of interest. Commits by their number in the graph. */
export interface ContentEvent {
  readonly commit: number;
  readonly path: number;
  readonly old: number;
  readonly new: number;
}

/** Which commits held a thing at its path. Commits by number; -1 where none did. */
export interface Life {
  first: number;
  last: number;
  /** The content that held it at last. */
  content: number;
  inTree: boolean;
  /** Refs whose commit holds it, and the first of them by name. */
  refs: number;
  readonly refNames: string[];
}

export interface LivesInput {
  readonly graph: CommitGraph;
  readonly push: PushOrder;
  readonly events: readonly ContentEvent[];
  /** Things (by number) that a content holds at a path. */
  thingsAt(path: number, content: number): readonly number[];
  readonly things: number;
  readonly head: number;
  /** Sorted by name. */
  readonly tips: readonly { readonly name: string; readonly commit: number }[];
}

const namedRefs = 5;

/** All commits with the same contents of interest. */
interface State {
  first: number;
  last: number;
  head: boolean;
  readonly refs: string[];
  readonly events: readonly ContentEvent[];
  readonly next: number[];
}

/**
 * The life of each thing. What a commit holds is what its first parent holds and what it changed itself; commits in a row
 * that change nothing of interest are one state, and states are walked once, down each branch and back.
 */
export function livesOf({ graph, push: { order }, events, thingsAt, things, head, tips }: LivesInput): Life[] {
  const lives = Array.from({ length: things }, (): Life => ({ first: -1, last: -1, content: -1, inTree: false, refs: 0, refNames: [] }));
  const before = (a: number, b: number): boolean => (order[a] ?? 0) < (order[b] ?? 0);
  const { states, stateOf } = statesOf(graph, events, before);
  if (head !== -1) at(states, stateOf[head]).head = true;
  for (const { name, commit } of tips) at(states, stateOf[commit]).refs.push(name);

  const held = new Map<number, number>();
  const place = (path: number, from: number, to: number): void => {
    if (from !== -1) for (const thing of thingsAt(path, from)) held.delete(thing);
    if (to !== -1) for (const thing of thingsAt(path, to)) held.set(thing, to);
  };
  const enter = (state: State): void => {
    for (const event of state.events) place(event.path, event.old, event.new);
    if (state.first === -1) return;
    for (const [thing, content] of held) {
      const life = at(lives, thing);
      if (life.first === -1 || before(state.first, life.first)) life.first = state.first;
      if (life.last === -1 || before(life.last, state.last)) {
        life.last = state.last;
        life.content = content;
      }
      if (state.head) life.inTree = true;
      life.refs += state.refs.length;
      if (state.refs.length > 0) addNames(life.refNames, state.refs);
    }
  };
  const leave = (state: State): void => {
    for (const event of state.events.toReversed()) place(event.path, event.new, event.old);
  };
  const open: { readonly state: State; step: number }[] = [{ state: at(states, 0), step: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.step === 0) enter(top.state);
    const next = top.state.next[top.step++];
    if (next !== undefined) open.push({ state: at(states, next), step: 0 });
    else {
      leave(top.state);
      open.pop();
    }
  }
  return lives;
}

/** State 0 is that before the first commit. */
function statesOf({ parents }: CommitGraph, events: readonly ContentEvent[], before: (a: number, b: number) => boolean): { readonly states: State[]; readonly stateOf: Int32Array } {
  const states: State[] = [{ first: -1, last: -1, head: false, refs: [], events: [], next: [] }];
  const stateOf = new Int32Array(parents.length);
  const byCommit = Map.groupBy(events, ({ commit }) => commit);
  for (let commit = 0; commit < parents.length; commit++) {
    const parent = parents[commit]?.[0];
    const inherited = parent === undefined ? 0 : (stateOf[parent] ?? 0);
    const own = byCommit.get(commit);
    if (own === undefined) {
      stateOf[commit] = inherited;
      const state = at(states, inherited);
      if (inherited === 0) continue;
      if (before(commit, state.first)) state.first = commit;
      if (before(state.last, commit)) state.last = commit;
    } else {
      stateOf[commit] = states.length;
      at(states, inherited).next.push(states.length);
      states.push({ first: commit, last: commit, head: false, refs: [], events: own, next: [] });
    }
  }
  return { states, stateOf };
}

function addNames(names: string[], more: readonly string[]): void {
  // Both are sorted: what lies behind the last of those that are kept is of no interest.
  for (const name of more) {
    const last = names.at(-1);
    if (names.length === namedRefs && last !== undefined && name >= last) return;
    names.push(name);
    names.sort();
    if (names.length > namedRefs) names.pop();
  }
}

function at<T>(list: readonly T[], index: number | undefined): T {
  const item = list[index ?? -1];
  if (item === undefined) throw new Error(`There is no ${String(index)} of ${list.length}.`);
  return item;
}
