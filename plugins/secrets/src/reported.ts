import type { JudgeInput, Suppression } from "@muster/contract";
import { type Candidate, secretFact, type SuppressedCandidate, suppressionReasons } from "./candidate.ts";
import { type FilePlace, filePlace, isUnlikely, mayBeBare } from "./file-place.ts";

export interface Reported {
  readonly path: string;
  /** Where it lies, or that it says itself that it is an example. */
  readonly place: FilePlace | "example";
  readonly candidate: Candidate;
}

/** The candidates that their paths do not rule out, in order of path and place. */
export function* reportedCandidates(input: JudgeInput): Generator<Reported> {
  for (const { path, fact } of input.facts("secrets/candidates")) {
    for (const candidate of secretFact(fact).candidates) if (!isRuledOut(path, candidate)) yield { path, place: placeOf(path, candidate), candidate };
  }
}

/** Candidates that are not reported, in order of path and place. */
export function* suppressedCandidates(input: JudgeInput): Generator<{ readonly path: string; readonly candidate: Candidate | SuppressedCandidate; readonly suppression: Suppression }> {
  for (const { path, fact } of input.facts("secrets/candidates")) {
    const { candidates, suppressed } = secretFact(fact);
    for (const candidate of suppressed) {
      const { why, mark, reason = "" } = candidate;
      yield { path, candidate, suppression: mark === undefined ? { by: "rule", what: why, reason: suppressionReasons[why] } : { by: "comment", what: mark, reason } };
    }
    for (const candidate of candidates) {
      if (isRuledOut(path, candidate)) yield { path, candidate, suppression: { by: "rule", what: "file", reason: isUnlikely(pathInside(path, candidate)) ? "A name beside a text, in a lock file, a translation or a file that was built." : "A bare word in code is a name, not a text." } };
    }
  }
}

function placeOf(path: string, candidate: Candidate): Reported["place"] {
  const outside = filePlace(path);
  const place = outside === "source" ? filePlace(pathInside(path, candidate)) : outside;
  return place === "source" && candidate.example === true ? "example" : place;
}

function isRuledOut(path: string, candidate: Candidate): boolean {
  if (candidate.kind !== "generic-assignment") return false;
  const inside = pathInside(path, candidate);
  return isUnlikely(inside) || (candidate.form === "bare" && !mayBeBare(inside));
}

/** The name of the file itself: of an archive's, that in the archive. */
function pathInside(path: string, { entry }: Candidate): string {
  if (entry === undefined) return path;
  return entry.name === "" ? path.replace(/\.gz$/i, "") : entry.name;
}
