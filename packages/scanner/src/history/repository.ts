import { hash } from "node:crypto";
import { git } from "../discover/git-command.ts";
import { headOf } from "../discover/git-commit.ts";
import { splitPaths } from "../discover/listed-path.ts";
import { ScanTargetError } from "../scan-target-error.ts";

/** A repository as far as its refs and its store tell. */
export interface Repository {
  /** Bytes of an object id. */
  readonly idWidth: number;
  /** Whether there is no work tree. */
  readonly bare: boolean;
  /** Where the scanned folder lies in the repository, with `/` at the end; empty at its top. */
  readonly prefix: string;
  readonly head: string | undefined;
  /** Sorted by name. What an annotated tag points to stands beside it. */
  readonly refs: readonly Ref[];
  readonly shallow: boolean;
  /** Whether it was cloned without some of its objects, which git would fetch when they are asked for. */
  readonly partial: boolean;
  /** Changes when a ref moves and when an object comes or goes. */
  readonly state: string;
}

export interface Ref {
  readonly name: string;
  readonly id: string;
}

/** Looks at the repository that a folder lies in. Throws `ScanTargetError` where there is none. */
export async function readRepository(root: string, signal: AbortSignal): Promise<Repository> {
  const about = await git(root, ["rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-object-format", "--is-inside-git-dir"], signal);
  if (about.status !== "done") throw new ScanTargetError(`${root} has no history to look at: ${about.status === "missing" ? "git is not installed" : about.reason}. Name a clone of the repository.`);
  const [bare, shallow, format, inside] = about.stdout.toString("latin1").split("\n");
  const prefix = await git(root, ["rev-parse", "--show-prefix"], signal);
  const head = await headOf(root, signal);
  const shown = await git(root, ["show-ref", "--dereference"], signal);
  const refs = shown.status === "done" ? readRefs(shown.stdout) : [];
  const counts = await git(root, ["count-objects", "-v"], signal);
  const partial = await git(root, ["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"], signal);
  const isBare = bare === "true" || inside === "true";
  return {
    idWidth: format === "sha256" ? 32 : 20,
    bare: isBare,
    prefix: prefix.status === "done" && !isBare ? prefix.stdout.toString("utf8").trimEnd() : "",
    head,
    refs,
    shallow: shallow === "true",
    partial: partial.status === "done" && partial.stdout.length > 0,
    state: hash("sha1", JSON.stringify([head, shallow, counts.status === "done" ? counts.stdout.toString("latin1") : "", refs.map(({ id, name }) => [id, name])])),
  };
}

/** `<id> <name>`, and `<id> <name>^{}` for what a tag points to, which takes the tag's place. */
function readRefs(output: Buffer): Ref[] {
  const byName = new Map<string, string>();
  for (const { path: line } of splitPaths(Buffer.from(output.toString("latin1").replaceAll("\n", "\0"), "latin1"))) {
    const space = line.indexOf(" ");
    byName.set(line.slice(space + 1).replace(/\^\{\}$/, ""), line.slice(0, space));
  }
  return [...byName].map(([name, id]) => ({ name, id })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
