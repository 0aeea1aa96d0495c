import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real program with its caches and data in a folder of the test. */
export function startMuster(args: readonly string[], home: string, options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): ChildProcess {
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...inherited } = process.env;
  return spawn(process.execPath, ["--conditions=@muster/source", main, ...args], {
    cwd: options.cwd ?? home,
    env: { ...inherited, HOME: home, XDG_CACHE_HOME: `${home}/cache`, XDG_DATA_HOME: `${home}/data`, LOCALAPPDATA: `${home}/local`, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs the real program to its end. */
export async function muster(args: readonly string[], home: string, options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Run> {
  return ended(startMuster(args, home, options));
}

/** Waits for the end of a process and everything it printed. */
export function ended(child: ChildProcess): Promise<Run> {
  const texts = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...texts }));
  });
}
