import { RetryError } from "../retry-error.ts";
import { runGit, type GitEnd } from "./run-git.ts";

/**
 * Asks git about what lies on this machine; it reaches for nothing else. Throws a `RetryError` where it takes longer than a minute: on a
 * busy machine that is not to be taken for "there is no such thing".
 */
export async function git(folder: string, args: readonly string[], signal: AbortSignal): Promise<GitEnd> {
  const end = await runGit(folder, args, { signal, timeoutMs: 60_000 });
  if (end.status === "exceeded") throw new RetryError(`The repository could not be read: ${end.reason}.`);
  return end;
}
