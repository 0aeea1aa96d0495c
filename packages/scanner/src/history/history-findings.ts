import { hash } from "node:crypto";
import { compareText, type HistoryCommit, type HistoryPlace, type Severity, type Span } from "@muster/contract";
import { identityOf } from "../analyse/findings.ts";
import type { Sighting } from "../analyse/protocol.ts";
import type { CommitGraph, PushOrder } from "./commit-graph.ts";
import type { HistoryFinding, HistoryPart, SuppressedHistoryFinding } from "./history-part.ts";
import type { HistoryState } from "./history-state.ts";
import { livesOf, type ContentEvent, type Life } from "./lives.ts";

export interface FindingsInput {
  readonly sightings: readonly Sighting[];
  readonly state: HistoryState;
  readonly graph: CommitGraph;
  readonly push: PushOrder;
  readonly events: readonly ContentEvent[];
  readonly head: number;
  readonly tips: readonly { readonly name: string; readonly commit: number }[];
}

type Seen = Sighting["seen"][number];

/** A thing at one path: what has a life of its own. */
interface Unit {
  readonly sighting: Sighting;
  readonly path: string;
  /** By content. */
  readonly seen: Map<number, Seen>;
}

/** What was seen in contents, as findings: each with the commits that held it. */
export function historyFindings({ sightings, state, graph, push, events, head, tips }: FindingsInput): Pick<HistoryPart, "findings" | "suppressed"> {
  const units: Unit[] = [];
  const unitsAt = new Map<string, number[]>();
  const unitsOf = new Map<Sighting, number[]>();
  for (const sighting of sightings) {
    const byPath = new Map<string, number>();
    for (const seen of sighting.seen) {
      const { blob, path } = splitPath(seen.span.path);
      const content = state.contents.findHex(blob);
      let unit = byPath.get(path);
      if (unit === undefined) {
        unit = units.push({ sighting, path, seen: new Map() }) - 1;
        byPath.set(path, unit);
      }
      units[unit]?.seen.set(content, seen);
      const key = `${state.pathNumber(path)} ${content}`;
      const there = unitsAt.get(key);
      if (there === undefined) unitsAt.set(key, [unit]);
      else there.push(unit);
    }
    unitsOf.set(sighting, [...byPath.values()]);
  }
  const none: readonly number[] = [];
  const lives = livesOf({ graph, push, events, head, tips, things: units.length, thingsAt: (path, content) => unitsAt.get(`${path} ${content}`) ?? none });
  const commitOf = commitTeller(graph, push);
  const findings: HistoryFinding[] = [];
  const suppressed: SuppressedHistoryFinding[] = [];
  for (const sighting of sightings) {
    const own = (unitsOf.get(sighting) ?? []).map((unit) => placed(units[unit], lives[unit], state, commitOf)).sort((a, b) => compareText(a.place.path, b.place.path));
    const finding = findingOf(sighting, own, push);
    if (sighting.suppression === undefined) findings.push(finding);
    else suppressed.push({ ...finding, suppression: sighting.suppression });
  }
  return { findings, suppressed };
}

interface Placed {
  readonly place: HistoryPlace;
  readonly seen: Seen;
  readonly life: Life;
}

function placed(unit: Unit | undefined, life: Life | undefined, state: HistoryState, commitOf: (commit: number) => HistoryCommit): Placed {
  const [content, seen] = [...(unit?.seen ?? [])].find(([one]) => one === life?.content) ?? [...(unit?.seen ?? [])][0] ?? [];
  if (unit === undefined || life === undefined || content === undefined || seen === undefined) throw new Error("Something was seen in the history without a place.");
  const { rule, symbol, identity } = unit.sighting;
  const place: HistoryPlace = {
    path: unit.path,
    line: seen.span.line,
    blob: state.contents.hex(content),
    count: seen.count,
    identity: identityOf(rule, unit.path, symbol, identity),
    inTree: life.inTree,
    ...(life.first !== -1 && { first: commitOf(life.first) }),
    ...(life.last !== -1 && { last: commitOf(life.last) }),
  };
  return { place, seen, life };
}

const ranks: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

function findingOf({ rule, symbol, showCode }: Sighting, own: readonly Placed[], { order }: PushOrder): HistoryFinding {
  const orderOf = (commit: number): number => order[commit] ?? 0;
  const firsts = own.filter(({ life }) => life.first !== -1).sort((a, b) => orderOf(a.life.first) - orderOf(b.life.first));
  const lasts = own.filter(({ life }) => life.last !== -1).sort((a, b) => orderOf(b.life.last) - orderOf(a.life.last));
  // What is told of it as a whole is told of its worst place, and of the latest of those.
  const [told] = own.toSorted((a, b) => ranks.indexOf(a.seen.severity) - ranks.indexOf(b.seen.severity) || orderOf(b.life.last) - orderOf(a.life.last) || compareText(a.place.path, b.place.path));
  if (told === undefined) throw new Error("Something was seen in the history without a place.");
  const span: Span = { ...told.seen.span, path: told.place.path };
  const first = firsts[0]?.place.first;
  const last = lasts[0]?.place.last;
  const names = [...new Set(own.flatMap(({ life }) => life.refNames))].sort(compareText);
  return {
    fingerprint: hash("sha256", `${told.place.identity} history`).slice(0, 32),
    identity: told.place.identity,
    rule,
    severity: told.seen.severity,
    confidence: told.seen.confidence,
    message: told.seen.message,
    span,
    symbol,
    proof: [{ span, note: `in the content ${told.place.blob.slice(0, 12)}${last === undefined ? ", which no commit holds" : `, which commit ${last.id.slice(0, 12)} holds`}` }],
    showCode,
    history: {
      ...(first !== undefined && { first }),
      ...(last !== undefined && { last }),
      inTree: own.some(({ life }) => life.inTree),
      alone: true,
      // A ref may hold it at several paths: at least the most of any.
      refs: { count: Math.max(...own.map(({ life }) => life.refs)), names: names.slice(0, 5) },
      places: own.map(({ place }) => place),
    },
  };
}

function commitTeller({ ids, authored }: CommitGraph, { order, landed }: PushOrder): (commit: number) => HistoryCommit {
  return (commit) => {
    const merge = landed[commit] ?? -1;
    return { id: ids.hex(commit), authored: isoTime(authored[commit] ?? 0), order: order[commit] ?? 0, ...(merge !== -1 && { landed: ids.hex(merge) }) };
  };
}

/** Clocks of authors say anything; what no calendar has is shown as its bound. */
function isoTime(seconds: number): string {
  const bounded = Number.isFinite(seconds) ? Math.min(Math.max(seconds, -62_135_596_800), 253_402_300_799) : 0;
  return new Date(bounded * 1000).toISOString().replace(".000Z", "Z");
}

/** The content and the path in `<blob id>/<path>`, as facts of the history are named. */
export function splitPath(path: string): { readonly blob: string; readonly path: string } {
  const slash = path.indexOf("/");
  return { blob: path.slice(0, slash), path: path.slice(slash + 1) };
}
