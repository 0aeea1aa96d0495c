import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";

/** How a run of git ended. `missing`: there is no git on the machine. */
export type GitAnswer =
  | { readonly status: "done"; readonly stdout: Buffer; readonly stderr: string }
  | { readonly status: "missing" }
  | { readonly status: "failed"; readonly reason: string };

const timeoutMs = 60_000;
const maxBytes = 512 * 1024 * 1024;

/**
 * The scanned repository's own configuration is hostile: it can name programs (a file-system monitor, hooks, an ssh
 * command) that git would run. Only commands are given here that never look at file contents, since those would run
 * the repository's filters. The machine's own configuration is left out, so that a scan says the same everywhere.
 */
const hygiene = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=false",
  "core.excludesFile=/dev/null",
  "core.sshCommand=false",
  "core.quotePath=false",
  "protocol.allow=never",
  "safe.directory=*",
  // What it says of commits is not checked against them.
  "core.commitGraph=false",
].flatMap((setting) => ["-c", setting]);

/** The arguments of git, for any command. */
export function gitArguments(args: readonly string[]): string[] {
  return ["--no-pager", "--literal-pathspecs", "--no-replace-objects", ...hygiene, ...args];
}

/** The environment that git runs in: without the caller's own settings of git, and without a way to the network. */
export function gitEnvironment(): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] => (name.startsWith("GIT_") || value === undefined ? [] : [[name, value]]));
  return { ...Object.fromEntries(inherited), LC_ALL: "C", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1", GIT_GRAFT_FILE: "/dev/null" };
}

/** Starts git in a folder. */
export function startGit(folder: string, args: readonly string[], options: { readonly signal: AbortSignal; readonly timeout?: number }): ChildProcessWithoutNullStreams {
  options.signal.throwIfAborted();
  return spawn("git", gitArguments(args), { cwd: folder, ...options, windowsHide: true, env: gitEnvironment() });
}

/** Runs git to its end, bounded in time and output. */
export async function git(folder: string, args: readonly string[], signal: AbortSignal): Promise<GitAnswer> {
  const child = startGit(folder, args, { signal, timeout: timeoutMs });
  child.stdin.on("error", () => undefined);
  child.stdin.end();
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) child.kill();
    else stdout.push(chunk);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    if (stderr.length < 1000) stderr.push(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (signal.aborted) reject(signal.reason);
      else if (error.code === "ENOENT") resolve({ status: "missing" });
      else resolve({ status: "failed", reason: error.message });
    });
    child.once("close", (code, killed) => {
      if (signal.aborted) return reject(signal.reason);
      const said = Buffer.concat(stderr).toString("utf8");
      if (code === 0) return resolve({ status: "done", stdout: Buffer.concat(stdout), stderr: said });
      const first = said.split("\n").find((line) => line.startsWith("fatal:") || line.startsWith("error:"));
      return resolve({ status: "failed", reason: killed === null ? (first ?? `git ended with ${code}`) : `git did not answer within ${timeoutMs / 1000} s` });
    });
  });
}
