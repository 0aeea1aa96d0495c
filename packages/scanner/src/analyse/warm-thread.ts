import type { Worker } from "node:worker_threads";

/**
 * Holds the thread of one analysis for the next one with the same plugins: importing them and compiling their code again
 * would take longer than most analyses of a history do. Only a thread whose work ended well is kept.
 */
export class WarmThread {
  #worker: Worker | undefined;

  take(): Worker | undefined {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker !== undefined) unattended(worker);
    return worker;
  }

  async keep(worker: Worker): Promise<void> {
    await this.close();
    unattended(worker);
    // One that dies while nobody needs it is seen to have, and not taken.
    const gone = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.once("error", gone);
    worker.once("exit", gone);
    this.#worker = worker;
  }

  async close(): Promise<void> {
    await this.take()?.terminate();
  }
}

/** Takes away what was listened for by those who had it. Node hangs listeners of its own on other events, and those stay. */
function unattended(worker: Worker): void {
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
}
