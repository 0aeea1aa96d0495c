import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ScanResult } from "@muster/contract";
import type { Scan, ScanEvent, ScanRequest } from "@muster/scanner";

interface ScanEnd {
  readonly result: ScanResult;
  readonly lasting: boolean;
}

/** What the process of a scan tells its worker. */
export type ConfinedMessage = { readonly kind: "event"; readonly event: ScanEvent } | ({ readonly kind: "result" } & ScanEnd) | { readonly kind: "error"; readonly name: string; readonly message: string };

/** Why a scan has no result: its own process ended before it, and its worker did not. */
export class ScanCrashError extends Error {
  override readonly name = "ScanCrashError";
}

/**
 * Scans in a process of its own. Of a scan that was under way when workers ended, nobody knows whether it was what ended
 * them: here it can end nothing but itself, and is then known for it. The process ends with its worker.
 */
export function confinedScan({ signal, ...request }: ScanRequest): Scan {
  const child = fork(fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./confined-worker.ts" : "./confined-worker.js", import.meta.url)), { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const stop = (): void => void child.kill("SIGKILL");
  signal?.addEventListener("abort", stop, { once: true });
  const events: ScanEvent[] = [];
  let wake = Promise.withResolvers<void>();
  let over = false;
  const made = endOf(child, request, (event) => {
    events.push(event);
    wake.resolve();
  })
    .catch((error: unknown) => {
      throw signal?.aborted === true ? signal.reason : error;
    })
    .finally(() => {
      over = true;
      wake.resolve();
      signal?.removeEventListener("abort", stop);
      stop();
    });
  const result = made.then((end) => end.result);
  const lasting = made.then((end) => end.lasting);
  for (const promise of [result, lasting]) promise.catch(() => undefined);
  return {
    result,
    lasting,
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let event = events.shift(); event !== undefined; event = events.shift()) yield event;
        if (over) return;
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    },
  };
}

function endOf(child: ChildProcess, request: ScanRequest, emit: (event: ScanEvent) => void): Promise<ScanEnd> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, killed) => reject(new ScanCrashError(`its process ended with ${killed ?? code}`)));
    child.on("message", (message: ConfinedMessage) => {
      switch (message.kind) {
        case "event":
          return emit(message.event);
        case "result":
          return resolve(message);
        case "error":
          return reject(Object.assign(new Error(message.message), { name: message.name }));
        default:
          return message satisfies never;
      }
    });
    child.send(request);
  });
}
