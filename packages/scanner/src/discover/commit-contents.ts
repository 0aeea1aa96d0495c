import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DiscoveredFile } from "./discover.ts";
import { startGit } from "./git-command.ts";

/**
 * Contents of a commit's files in a folder of their own, each under its object's id: what nobody asks for is never taken
 * out of the repository. An object that is not there (a partial clone) gives no file, and the scan says of its path that it could not be read.
 */
export class CommitContents {
  readonly folder: string = mkdtempSync(join(tmpdir(), "muster-commit-"));
  readonly #root: string;
  readonly #signal: AbortSignal;
  /** By object, when it is there: several may ask for one while it is still on its way. */
  readonly #coming = new Map<string, Promise<void>>();

  constructor(root: string, signal: AbortSignal) {
    this.#root = root;
    this.#signal = signal;
  }

  /** Puts what these files hold into the folder. */
  async provide(files: readonly DiscoveredFile[]): Promise<void> {
    const ids = [...new Set(files.map(({ raw }) => raw?.toString("latin1") ?? ""))].filter((id) => id !== "");
    const open = ids.filter((id) => !this.#coming.has(id));
    if (open.length > 0) {
      const fetched = this.#fetch(open);
      for (const id of open) this.#coming.set(id, fetched);
    }
    await Promise.all(new Set(ids.map((id) => this.#coming.get(id))));
  }

  async #fetch(ids: readonly string[]): Promise<void> {
    const child = startGit(this.#root, ["cat-file", "--batch"], { signal: this.#signal });
    // Told by the exit below.
    child.on("error", () => undefined);
    child.stdin.on("error", () => undefined);
    child.stderr.resume();
    child.stdin.end(`${ids.join("\n")}\n`);
    for await (const { id, content } of objectsIn(child.stdout)) writeFileSync(join(this.folder, id), content, { mode: 0o600 });
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    this.#signal.throwIfAborted();
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Reads what `git cat-file --batch` prints: `<id> <type> <size>\n<content>\n`, or `<name> missing\n`. */
async function* objectsIn(output: AsyncIterable<Buffer>): AsyncGenerator<{ readonly id: string; readonly content: Buffer }> {
  let head = Buffer.alloc(0);
  let open: { readonly id: string; readonly type: string; readonly size: number; readonly parts: Buffer[]; got: number } | undefined;
  for await (const chunk of output) {
    let rest = chunk;
    while (rest.length > 0) {
      if (open === undefined) {
        const end = rest.indexOf(0x0a);
        head = Buffer.concat([head, end < 0 ? rest : rest.subarray(0, end)]);
        rest = end < 0 ? Buffer.alloc(0) : rest.subarray(end + 1);
        if (end < 0) continue;
        const [id = "", type = "", size] = head.toString("latin1").split(" ");
        head = Buffer.alloc(0);
        if (size !== undefined) open = { id, type, size: Number(size), parts: [], got: 0 };
        continue;
      }
      // The line break behind the content belongs to it here, and is cut off below.
      const part = rest.subarray(0, open.size + 1 - open.got);
      open.parts.push(part);
      open.got += part.length;
      rest = rest.subarray(part.length);
      if (open.got <= open.size) continue;
      // A tree may call another tree a file.
      if (open.type === "blob" && /^[0-9a-f]+$/.test(open.id)) yield { id: open.id, content: Buffer.concat(open.parts).subarray(0, open.size) };
      open = undefined;
    }
  }
}
