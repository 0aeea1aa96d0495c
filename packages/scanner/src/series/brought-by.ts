import { compareText, type BroughtBy, type Span } from "@muster/contract";
import { resolveRoot } from "../discover/discover.ts";
import { git } from "../discover/git-command.ts";
import { pseudonym } from "./pseudonym.ts";

export interface BroughtRequest {
  readonly root: string;
  readonly commit: string;
  readonly spans: readonly Span[];
  /** Keys the hashes of authors' addresses: without it none is told. */
  readonly authorKey?: string;
  readonly signal: AbortSignal;
}

/**
 * Which commit of the first-parent line brought the line that each span begins at. What git cannot say (a file that is
 * not the repository's) is left out of the answer, which is by `path:line`.
 */
export async function broughtBy({ root: folder, commit, spans, authorKey, signal }: BroughtRequest): Promise<ReadonlyMap<string, BroughtBy>> {
  const root = resolveRoot(folder);
  const found = new Map<string, BroughtBy>();
  for (const [path, own] of Map.groupBy(spans, (span) => span.path)) {
    const lines = [...new Set(own.map(({ line }) => line))].sort((a, b) => a - b);
    // The repository's own configuration may name commits to pass over, and programs that rewrite contents.
    const answer = await git(root, ["-c", "blame.ignoreRevsFile=", "blame", "--line-porcelain", "--first-parent", "--no-textconv", ...lines.flatMap((line) => ["-L", `${line},${line}`]), commit, "--", path], signal);
    if (answer.status !== "done") continue;
    for (const { line, ...brought } of broughtIn(answer.stdout.toString("utf8"), authorKey)) found.set(`${path}:${line}`, brought);
  }
  return new Map([...found].sort(([a], [b]) => compareText(a, b)));
}

/** Reads `<id> <line then> <line now> …`, then `<key> <value>` lines, then the line of code behind a tab. */
function* broughtIn(text: string, authorKey: string | undefined): Generator<BroughtBy & { readonly line: number }> {
  let head: { readonly commit: string; readonly line: number } | undefined;
  let facts = new Map<string, string>();
  for (const line of text.split("\n")) {
    const start = /^([0-9a-f]{40}(?:[0-9a-f]{24})?) \d+ (\d+)/.exec(line);
    if (head === undefined && start !== null) {
      head = { commit: start[1] ?? "", line: Number(start[2]) };
      facts = new Map();
    } else if (line.startsWith("\t") && head !== undefined) {
      const address = /^<(.*)>$/.exec(facts.get("author-mail") ?? "")?.[1] ?? "";
      yield { commit: head.commit, line: head.line, committedAt: new Date(Number(facts.get("committer-time")) * 1000).toISOString(), ...(authorKey !== undefined && { author: pseudonym(address, authorKey) }) };
      head = undefined;
    } else {
      const space = line.indexOf(" ");
      facts.set(line.slice(0, space), line.slice(space + 1));
    }
  }
}
