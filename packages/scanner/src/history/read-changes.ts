import { listedPath } from "../discover/listed-path.ts";
import type { CommitGraph } from "./commit-graph.ts";
import type { HistoryState } from "./history-state.ts";
import { eachChange, modes, type ChangesEnd } from "./tree-changes.ts";

export interface ChangesContext {
  readonly root: string;
  readonly graph: CommitGraph;
  readonly state: HistoryState;
  /** Whether the folder is a part of its repository. */
  readonly relative: boolean;
  /** Whether the request's patterns let a path in. */
  readonly lets: (path: string) => boolean;
  readonly signal: AbortSignal;
}

/** Adds the contents that commits brought, each with its first path, and names the submodules that they hold. */
export async function findContents({ root, graph, state, relative, lets, signal }: ChangesContext, commits: readonly number[]): Promise<ChangesEnd> {
  return eachChange(root, graph, commits, relative, ({ text, newAt, newMode, path }) => {
    if (newMode === modes.none) return;
    if (newMode === modes.submodule) {
      state.submodules.add(listedPath(path).path);
      return;
    }
    if (state.contents.find(text, newAt) !== -1) return;
    const named = listedPath(path).path;
    if (lets(named)) state.addContent(text, newAt, state.pathNumber(named));
  }, signal);
}

/** Adds the events of contents that hold a fact: where commits put them, and where they took them away. */
export async function findEvents({ root, graph, state, relative, lets, signal }: ChangesContext, commits: readonly number[]): Promise<void> {
  const factAt = (text: Buffer, at: number, mode: number): number => {
    const content = mode === modes.none || mode === modes.submodule ? -1 : state.contents.find(text, at);
    return content !== -1 && state.stateOf(content) === "fact" ? content : -1;
  };
  await eachChange(root, graph, commits, relative, ({ commit, text, oldAt, newAt, oldMode, newMode, path }) => {
    const from = factAt(text, oldAt, oldMode);
    const to = factAt(text, newAt, newMode);
    if (from === -1 && to === -1) return;
    const named = listedPath(path).path;
    if (lets(named)) state.events.push(state.done.addHex(graph.ids.hex(commit)), state.pathNumber(named), from, to);
  }, signal);
}
