import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { gitArguments, gitEnvironment } from "../discover/git-command.ts";

/** How a run of git that was read as a stream ended. */
export type StreamEnd = { readonly status: "done" } | { readonly status: "failed"; readonly reason: string };

/** A run of git that says nothing for so long is stuck. */
const silenceMs = 120_000;

/**
 * Runs git and hands its output over in pieces, with one record (up to `separator`) never split over two: its memory
 * does not grow with what git says. `input` is written as git reads it.
 */
export async function gitStream(folder: string, args: readonly string[], separator: number, take: (records: Buffer) => void, signal: AbortSignal, input?: Iterable<string>): Promise<StreamEnd> {
  signal.throwIfAborted();
  const child = spawn("git", gitArguments(args), { cwd: folder, stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"], signal, windowsHide: true, env: gitEnvironment() });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(0, 10_000)));
  const ended = new Promise<StreamEnd>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => (signal.aborted ? reject(signal.reason) : resolve({ status: "failed", reason: error.code === "ENOENT" ? "git is not installed" : error.message })));
    child.once("close", (code) => (signal.aborted ? reject(signal.reason) : resolve(code === 0 ? { status: "done" } : { status: "failed", reason: reasonIn(said) ?? `git ended with ${code}` })));
  });
  ended.catch(() => undefined);
  let silence = setTimeout(() => child.kill(), silenceMs);
  if (input !== undefined && child.stdin !== null) {
    // Git that ends early closes its end; why it did is told by its exit.
    child.stdin.on("error", () => undefined);
    Readable.from(input, { objectMode: true }).pipe(child.stdin);
  }
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of child.stdout ?? []) {
      if (!Buffer.isBuffer(chunk)) continue;
      silence = silence.refresh();
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(separator) + 1;
      if (end > 0) take(bytes.subarray(0, end));
      rest = bytes.subarray(end);
    }
  } catch (error) {
    signal.throwIfAborted();
    child.kill();
    throw error;
  } finally {
    clearTimeout(silence);
  }
  return ended;
}

/** The line in which git says what went wrong. */
export function reasonIn(said: string): string | undefined {
  const lines = said.split("\n").map((line) => line.trim());
  return (lines.find((line) => line.startsWith("fatal:")) ?? lines.find((line) => line.startsWith("error:")))?.slice(0, 300);
}
