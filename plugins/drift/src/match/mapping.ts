import type { ApiDocument } from "../document/api-document.ts";
import { joinedPath, templateKey } from "./template.ts";

/** How a document's paths become the code's: a gateway or a mount adds what the other lacks. */
export interface Mapping {
  /** Taken away from the start of a documented path. */
  readonly drop: string;
  /** Put before it. */
  readonly add: string;
}

/** The path of the code that a documented one stands for; undefined where the mapping does not apply to it. */
export function mapped({ drop, add }: Mapping, path: string): string | undefined {
  if (drop === "") return joinedPath(add, path);
  return path === drop || path.startsWith(`${drop}/`) ? joinedPath(add, path.slice(drop.length) || "/") : undefined;
}

/** Paths of one document whose place among the code's is looked for: enough to tell a prefix. */
const sample = 150;
const likeliest = 3;

/** Ways in which the document may fit code that serves these templates (without names): as it states, then as most of its paths suggest. */
export function mappingsFor(document: ApiDocument, templates: readonly string[]): Mapping[] {
  const stated = [...document.prefixes, ""];
  const added = new Map<string, number>();
  const dropped = new Map<string, number>();
  const paths = [...new Set(document.operations.map(({ path }) => templateKey(path)))].filter((path) => path !== "/").slice(0, sample);
  for (const path of paths) {
    for (const template of templates) {
      if (template.length > path.length && template.endsWith(path)) vote(added, template.slice(0, -path.length));
      else if (template.length > 1 && path.length > template.length && path.endsWith(template) && isPlain(template)) vote(dropped, path.slice(0, -template.length));
    }
  }
  return [
    ...[...new Set(stated)].map((add) => ({ drop: "", add })),
    ...top(added).filter((add) => !stated.includes(add)).map((add) => ({ drop: "", add })),
    ...top(dropped).filter(isPlain).map((drop) => ({ drop, add: "" })),
  ];
}

function isPlain(path: string): boolean {
  return /^(?:\/[^/{}]+)/.test(path);
}

function vote(votes: Map<string, number>, prefix: string): void {
  votes.set(prefix, (votes.get(prefix) ?? 0) + 1);
}

/** By votes, then by length and text: no order of files or routes decides. */
function top(votes: ReadonlyMap<string, number>): string[] {
  const sorted = [...votes].sort(([a, many], [b, more]) => more - many || a.length - b.length || (a < b ? -1 : 1));
  return sorted.slice(0, likeliest).map(([prefix]) => prefix);
}
