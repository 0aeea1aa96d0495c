import type { JudgeInput } from "@muster/contract";
import { type Candidate, secretFact } from "./candidate.ts";
import { type FilePlace, filePlace, isUnlikely, mayBeBare } from "./file-place.ts";

export interface Reported {
  readonly path: string;
  readonly place: FilePlace;
  readonly candidate: Candidate;
}

/** The candidates that their paths do not rule out, in order of path and place. */
export function* reportedCandidates(input: JudgeInput): Generator<Reported> {
  for (const { path, fact } of input.facts("secrets/candidates")) {
    const place = filePlace(path);
    for (const candidate of secretFact(fact).candidates) if (!isRuledOut(path, candidate)) yield { path, place, candidate };
  }
}

function isRuledOut(path: string, candidate: Candidate): boolean {
  if (candidate.kind !== "generic-assignment") return false;
  return isUnlikely(path) || (candidate.form === "bare" && !mayBeBare(path));
}
