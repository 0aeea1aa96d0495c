import { spawn } from "node:child_process";
import { gitArguments, gitEnvironment } from "@muster/scanner";

export type GitEnd = { readonly status: "done"; readonly stdout: string } | { readonly status: "failed"; readonly reason: string } | { readonly status: "exceeded"; readonly reason: string };

export interface GitRun {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Beyond those that every run has. */
  readonly settings?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Asked every second: why the run is to end, if it is. */
  check?(): Promise<string | undefined>;
}

/** What fetching needs beyond what every run of git has: no credential of this machine's, no other repository, nothing that goes on in the background. */
const ofMirrors = ["credential.helper=", "fetch.recurseSubmodules=false", "gc.auto=0", "maintenance.auto=false"];
const mostText = 64_000_000;

/** Runs git to its end, bounded in time. What it started ends with it. */
export async function runGit(folder: string, args: readonly string[], { signal, timeoutMs, settings = [], environment = {}, input = "", check }: GitRun): Promise<GitEnd> {
  signal.throwIfAborted();
  // A run that fetches allows the one protocol that it needs: what comes later holds.
  const configuration = [...ofMirrors, ...settings].flatMap((setting) => ["-c", setting]);
  const child = spawn("git", gitArguments([...configuration, ...args]), { cwd: folder, env: { ...gitEnvironment(), ...environment }, windowsHide: true, stdio: ["pipe", "pipe", "pipe"], detached: process.platform !== "win32" });
  let ended: Exclude<GitEnd, { readonly status: "done" }> | undefined;
  const stop = (reason: Exclude<GitEnd, { readonly status: "done" }>): void => {
    ended ??= reason;
    killGroup(child.pid);
  };
  const aborted = (): void => stop({ status: "failed", reason: "it was stopped" });
  signal.addEventListener("abort", aborted, { once: true });
  const timer = setTimeout(() => stop({ status: "exceeded", reason: `git took longer than ${Math.round(timeoutMs / 1000)} s` }), timeoutMs);
  const watch = setInterval(() => {
    void check?.().then((reason) => {
      if (reason !== undefined) stop({ status: "exceeded", reason });
    });
  }, 1000);
  try {
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const [stdout, stderr] = [collect(child.stdout, mostText), collect(child.stderr, 20_000)];
    const code = await new Promise<number | string>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (status) => resolve(status ?? "killed"));
    });
    if (ended !== undefined) return ended;
    // What was quicker than the watch is looked at once more.
    const beyond = code === 0 ? await check?.() : undefined;
    if (beyond !== undefined) return { status: "exceeded", reason: beyond };
    return code === 0 ? { status: "done", stdout: stdout() } : { status: "failed", reason: firstComplaint(stderr(), String(code)) };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal.removeEventListener("abort", aborted);
  }
}

/** Git starts others (`git-remote-https`), which would go on without it. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function collect(stream: NodeJS.ReadableStream, most: number): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (piece: string) => {
    if (text.length < most) text += piece;
  });
  return () => text;
}

/** What git says can repeat what the server said, which is a stranger: one line, plain, short. */
function firstComplaint(stderr: string, code: string): string {
  const line = stderr.split("\n").find((candidate) => /^(?:fatal|error):/u.test(candidate)) ?? `git ended with ${code}`;
  return line.replaceAll(/[^\u0020-\u007e]/gu, "?").slice(0, 300);
}
