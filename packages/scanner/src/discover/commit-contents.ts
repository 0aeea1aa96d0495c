import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { makeContentsFolder } from "./contents-folder.ts";
import type { DiscoveredFile } from "./discover.ts";
import { GitObjects } from "./git-objects.ts";

/**
 * Contents of a commit's files in a folder of their own, each under its object's id: what nobody asks for is never taken
 * out of the repository. An object that is not there (a partial clone) gives no file, and the scan says of its path that it could not be read.
 */
export class CommitContents {
  readonly folder: string = makeContentsFolder();
  readonly #objects: GitObjects;
  /** By object, when it is there: several may ask for one while it is still on its way. */
  readonly #coming = new Map<string, Promise<void>>();

  constructor(root: string, signal: AbortSignal) {
    this.#objects = new GitObjects(root, signal);
  }

  /** Puts what these files hold into the folder. */
  async provide(files: readonly DiscoveredFile[]): Promise<void> {
    const ids = [...new Set(files.map(({ raw }) => raw?.toString("latin1") ?? ""))].filter((id) => id !== "");
    const open = ids.filter((id) => !this.#coming.has(id));
    if (open.length > 0) {
      const fetched = this.#objects.read(open, ({ id, type, content }) => {
        // A tree may call another tree a file.
        if (type === "blob") writeFileSync(join(this.folder, id), content, { mode: 0o600 });
      });
      for (const id of open) this.#coming.set(id, fetched);
    }
    await Promise.all(new Set(ids.map((id) => this.#coming.get(id))));
  }

  async close(): Promise<void> {
    await this.#objects.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
