import type { DifferentialResult, Mismatch } from "./differential.ts";
import type { ApplicationGenerator } from "./generator.ts";

/** What a run found, for people: the seed that repeats it, and every small application with what is wrong about it. */
export function report({ name }: ApplicationGenerator, seed: number, { compared, refused, disagreed, tally, mismatches }: DifferentialResult): string {
  const refusals = [...refused].sort(([, a], [, b]) => b - a).map(([reason, count]) => `  the framework refuses ${count}: ${reason}`);
  return [`${name}: seed ${seed}, ${compared} applications compared, ${disagreed} differ${tally.judged === 0 ? "" : `; ${tally.judged} operations called, ${tally.unknown} unknown`}`, ...refusals, ...mismatches.map(shown)].join("\n");
}

function shown({ candidate, differences }: Mismatch): string {
  const files = Object.entries(candidate.sources).filter(([, text]) => text !== "");
  return ["", ...differences, ...files.flatMap(([path, text]) => [`--- ${path}`, text.trimEnd()])].join("\n");
}
