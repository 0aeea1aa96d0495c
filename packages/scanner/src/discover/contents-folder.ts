import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const named = /^muster-commit-(?<pid>\d+)-/u;
/** Those that this process made. */
const own = new Set<string>();

/** A folder for what a commit's files hold, named for the process that made it: one that is killed leaves it behind. */
export function makeContentsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `muster-commit-${process.pid}-`));
  own.add(folder);
  return folder;
}

/** Removes folders of processes that are gone, an earlier one of this process's number among them: in a container that was started again there is one. */
export function removeLeftContents(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(named.exec(name)?.groups?.["pid"] ?? Number.NaN);
    const folder = join(tmpdir(), name);
    if (Number.isNaN(pid) || (pid === process.pid ? own.has(folder) : isRunning(pid))) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
