import { runGit, type GitEnd } from "./run-git.ts";

/** Asks git about what lies on this machine; it reaches for nothing else. */
export function git(folder: string, args: readonly string[], signal: AbortSignal): Promise<GitEnd> {
  return runGit(folder, args, { signal, timeoutMs: 60_000 });
}
