import type { ControlResult, Outcome } from "@muster/contract";
import { analysisOf } from "../analyse/analysis.ts";
import { Analyst } from "../analyse/analyst.ts";
import { packFacts } from "../analyse/fact-pack.ts";
import type { Sighting } from "../analyse/protocol.ts";
import type { BoundExtractor, LoadedPlugin } from "../plugins/loaded-plugin.ts";
import type { ScanLimits } from "../scan-request.ts";
import { splitPath } from "./history-findings.ts";

export interface HistoryJudgement {
  readonly sightings: readonly Sighting[];
  readonly results: readonly ControlResult[];
  readonly outcomes: readonly Outcome[];
}

/** A content's fact at a path of it. */
export interface PlacedFact {
  readonly blob: string;
  readonly path: string;
  readonly extractor: number;
  readonly json: Uint8Array;
}

/** Runs the rules and controls for histories over the facts, in a thread of their own as for a tree. */
export async function judgeHistory(facts: readonly PlacedFact[], plugins: readonly LoadedPlugin[], extractors: readonly BoundExtractor[], wanted: readonly number[], limits: ScanLimits, signal: AbortSignal): Promise<HistoryJudgement> {
  const analyst = new Analyst({
    subject: "history",
    plugins,
    approvedPublic: [],
    listSuppressed: false,
    limits,
    signal,
    demand: () => Promise.resolve(packFacts([])),
    linkInput: () => Promise.resolve({ files: [], hints: [], ahead: [] }),
    judgedFacts: () =>
      Promise.resolve(
        wanted.map((place) => ({
          extractor: extractors[place]?.extractor.name ?? "",
          pack: packFacts(facts.filter(({ extractor }) => extractor === place).map(({ blob, path, json }) => ({ path: `${blob}/${path}`, json }))),
          unread: 0,
        })),
      ),
    progress: () => undefined,
    stage: () => undefined,
  });
  const { judged, outcomes, errors } = analysisOf(await analyst.run(), 0, []);
  const results = [...judged.flatMap((part) => part.results), ...errors].map(withPlainPaths);
  return { sightings: judged.flatMap((part) => part.sightings ?? []), results, outcomes: outcomes.map((outcome) => ({ ...outcome, stage: "history" as const })) };
}

/** The content's folder is for judges: people know the path. */
function withPlainPaths(result: ControlResult): ControlResult {
  const plain = <S extends { readonly path: string }>(span: S): S => ({ ...span, path: splitPath(span.path).path });
  return { ...result, ...(result.span !== undefined && { span: plain(result.span) }), proof: result.proof.map((step) => ({ ...step, span: plain(step.span) })) };
}
