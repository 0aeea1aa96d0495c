import type { ChildProcess } from "node:child_process";
import { ended, startMuster } from "./muster.ts";

/** A service that runs. */
export interface Served {
  readonly said: string;
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts a service, and waits until it says where it answers. */
export async function serve(home: string, args: readonly string[]): Promise<Served> {
  const process = startMuster(["serve", "--port", "0", "--threads", "1", "--log", "warn", ...args], home);
  let said = "";
  for await (const piece of process.stdout?.setEncoding("utf8").iterator({ destroyOnReturn: false }) ?? []) {
    said += piece;
    if (said.includes("/graphql")) break;
  }
  return { said, process, url: /http:\/\/[0-9.:]+/u.exec(said)?.[0] ?? "" };
}

/** Tells a service to end, and waits until it has. */
export function stop({ process }: Served): Promise<{ readonly status: number | null }> {
  process.kill("SIGTERM");
  return ended(process);
}
