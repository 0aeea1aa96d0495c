import { compareText, type ControlResult, type Outcome } from "@muster/contract";
import type { AnalystEnd } from "./analyst.ts";
import type { JudgedPart, LinkedPart } from "./protocol.ts";

/** All that linking and judging came to, as plain data: what is kept for later scans of the same. */
export interface Analysis {
  readonly linked: LinkedPart;
  readonly judged: readonly JudgedPart[];
  /** Of linking and judging, and of extracting what linking asked for. */
  readonly outcomes: readonly Outcome[];
  /** Results of controls that could not be judged. */
  readonly errors: readonly ControlResult[];
  /** Files that were parsed for the linked model. */
  readonly parsed: number;
}

export function analysisOf({ linked, judged, failures }: AnalystEnd, parsed: number, extraction: readonly Outcome[]): Analysis {
  const outcomes = [...extraction, ...failures.map(({ name, plugin, stage, reason }): Outcome => ({ stage, plugin, status: "failed", reason: `${capitalised(name)} ${reason}. ${stage === "link" ? "What it would have found is missing." : "What it would have said is missing."} Report it to the plugin's author.` }))];
  for (const path of linked.damaged) outcomes.push({ stage: "extract", path, status: "partial", reason: "It did not parse in places; what lies there was not analysed." });
  const errors = failures.flatMap(({ control, name, reason }): ControlResult[] => (control === undefined ? [] : [{ control, status: "error", reason: `${capitalised(name)} ${reason}.`, proof: [] }]));
  return { linked, judged, outcomes, errors: errors.sort((a, b) => compareText(a.control, b.control)), parsed };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
