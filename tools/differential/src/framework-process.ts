import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { environmentFor, oracleModules } from "@muster/oracle";
import { writeSources } from "./case-folder.ts";
import { variants, type ApplicationGenerator, type Candidate } from "./generator.ts";

/** What the framework serves in one environment, or why it refuses the application. */
export type Served = { readonly endpoints: readonly (readonly [method: string, path: string, implied: boolean, secured?: boolean | null])[] } | { readonly error: string };

/** One process that has the framework loaded, and is asked for one application after the other. */
export class FrameworkProcess implements Disposable {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();

  static async start(generator: ApplicationGenerator): Promise<FrameworkProcess> {
    return new FrameworkProcess(generator, await environmentFor(generator.requirements));
  }

  private constructor(generator: ApplicationGenerator, python: string) {
    const { FEATURE: _, ...environment } = process.env;
    this.#process = spawn(python, ["-m", "muster_oracle.routes", generator.oracle], {
      env: { ...environment, PYTHONPATH: oracleModules, PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** One answer for each of the {@link variants}; the plain one's alone where no file asks for an environment. */
  ask(folder: string, { sources, config }: Candidate): Promise<readonly Served[]> {
    writeSources(folder, sources);
    const environments = Object.values(sources).some((text) => text.includes("FEATURE")) ? variants : variants.slice(0, 1);
    this.#process.stdin.write(`${JSON.stringify({ folder, config, environments })}\n`);
    const answer = this.#last.then(async () => {
      const line = await this.#lines.next();
      if (line.done === true) throw new Error("The framework's process ended. Its output above says why.");
      return JSON.parse(line.value) as readonly Served[];
    });
    this.#last = answer;
    return answer;
  }

  [Symbol.dispose](): void {
    this.#process.stdin.end();
    this.#process.kill();
  }
}
