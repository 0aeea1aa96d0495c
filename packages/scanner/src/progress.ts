import type { ExtractJob } from "./extract/extraction.ts";
import type { ScanEvent } from "./scan-event.ts";

/** Milliseconds between two events of the same kind: what an eye can follow. */
const apart = 50;

/** Counts what was read and parsed of what has to be. */
export class Progress {
  readonly #emit: (event: ScanEvent) => void;
  readonly #read = { files: 0, bytes: 0, ofFiles: 0, ofBytes: 0 };
  readonly #parsed = { files: 0, ofFiles: 0 };
  #last = 0;

  constructor(emit: (event: ScanEvent) => void) {
    this.#emit = emit;
  }

  expect(jobs: readonly ExtractJob[]): void {
    for (const { file, ahead } of jobs) {
      if (ahead) continue;
      this.#read.ofFiles++;
      this.#read.ofBytes += file.size;
    }
  }

  expectParsed(files: number): void {
    this.#parsed.ofFiles += files;
  }

  ended({ file, demanded, ahead }: ExtractJob): void {
    if (ahead) return;
    if (demanded) this.#parsed.files++;
    else {
      this.#read.files++;
      this.#read.bytes += file.size;
    }
    const now = performance.now();
    const { files, ofFiles } = demanded ? this.#parsed : this.#read;
    if (now - this.#last < apart && files < ofFiles) return;
    this.#last = now;
    this.#emit(demanded ? { kind: "parsed", ...this.#parsed } : { kind: "read", ...this.#read });
  }
}
