import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compare, type Tally } from "./compare.ts";
import { FrameworkProcess } from "./framework-process.ts";
import type { Candidate, ApplicationGenerator } from "./generator.ts";
import { Random } from "./random.ts";
import { servedRows, type ServedRow } from "./served-row.ts";

/** An application on which Muster and the framework disagree. */
export interface Mismatch {
  readonly candidate: Candidate;
  readonly served: readonly ServedRow[];
  readonly differences: readonly string[];
}

export interface DifferentialResult {
  readonly compared: number;
  /** Applications that the framework itself would not serve, by why not. */
  readonly refused: ReadonlyMap<string, number>;
  readonly disagreed: number;
  /** Of operations that were called: how many, and of how many the posture stayed unknown. */
  readonly tally: Tally;
  /** The first few that disagreed, each made as small as it gets. */
  readonly mismatches: readonly Mismatch[];
}

/** How many mismatches are made small, and how many smaller applications are tried for each. */
const [mostShrunk, mostTrials] = [3, 600];
/** How many applications are asked for ahead of those that are linked. */
const ahead = 32;

/** Compares random applications: the first is made from `seed`, the next from the number after it. */
export async function runDifferential(generator: ApplicationGenerator, seed: number, count: number): Promise<DifferentialResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "muster-differential-"));
  try {
    using framework = await FrameworkProcess.start(generator);
    const trials = new Trials(generator, framework, folder);
    const refused = new Map<string, number>();
    const failed: Mismatch[] = [];
    let compared = 0;
    for await (const outcome of trials.all(Iterator.from(candidates(generator, seed, count)))) {
      if (typeof outcome === "string") refused.set(outcome, (refused.get(outcome) ?? 0) + 1);
      else compared++;
      if (typeof outcome === "object" && outcome.differences.length > 0) failed.push(outcome);
    }
    const tally = { ...trials.tally };
    // The smallest first: they are nearest to what is wrong.
    failed.sort((a, b) => sizeOf(a) - sizeOf(b));
    const mismatches: Mismatch[] = [];
    for (const mismatch of failed.slice(0, mostShrunk)) mismatches.push(await shrink(trials, mismatch));
    return { compared, refused, disagreed: failed.length, tally, mismatches };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* candidates(generator: ApplicationGenerator, seed: number, count: number): Generator<Candidate> {
  for (let index = 0; index < count; index++) yield generator.candidate(new Random(seed + index));
}

async function shrink(trials: Trials, start: Mismatch): Promise<Mismatch> {
  let smallest = start;
  let left = mostTrials;
  for (;;) {
    const smaller = Iterator.from(smallest.candidate.smaller()).take(left);
    let better: Mismatch | undefined;
    for await (const outcome of trials.all(smaller)) {
      left--;
      if (typeof outcome === "object" && outcome.differences.length > 0) {
        better = outcome;
        break;
      }
    }
    if (better === undefined) return smallest;
    smallest = better;
  }
}

function sizeOf({ candidate }: Mismatch): number {
  return Object.values(candidate.sources).reduce((sum, text) => sum + text.length, 0);
}

class Trials {
  readonly #generator: ApplicationGenerator;
  readonly #framework: FrameworkProcess;
  readonly #folder: string;
  readonly tally: Tally = { judged: 0, unknown: 0 };
  #count = 0;

  constructor(generator: ApplicationGenerator, framework: FrameworkProcess, folder: string) {
    this.#generator = generator;
    this.#framework = framework;
    this.#folder = folder;
  }

  /** In order; the framework works ahead while the last one is linked. A text says why the framework refuses. */
  async *all(candidates: Iterator<Candidate>): AsyncGenerator<Mismatch | string> {
    const asked: { readonly candidate: Candidate; readonly answer: ReturnType<FrameworkProcess["ask"]> }[] = [];
    try {
      for (;;) {
        while (asked.length < ahead) {
          const next = candidates.next();
          if (next.done === true) break;
          asked.push({ candidate: next.value, answer: this.#ask(next.value) });
        }
        const first = asked.shift();
        if (first === undefined) return;
        yield await this.#outcome(first.candidate, await first.answer);
      }
    } finally {
      await Promise.all(asked.map(({ answer }) => answer));
    }
  }

  #ask(candidate: Candidate): ReturnType<FrameworkProcess["ask"]> {
    return this.#framework.ask(path.join(this.#folder, String(this.#count++)), candidate);
  }

  async #outcome(candidate: Candidate, answers: Awaited<ReturnType<FrameworkProcess["ask"]>>): Promise<Mismatch | string> {
    const served = servedRows(answers);
    if ("error" in served) return served.error;
    return { candidate, served, differences: await compare(this.#generator.plugins, candidate.sources, candidate.config.application, served, this.tally) };
  }
}
