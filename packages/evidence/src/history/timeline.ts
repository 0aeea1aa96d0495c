import { compareText, controlCatalogue, limits, type ControlStatus, type LineCommit, type Posture, type StatusCounts, type Stretch, type Timeline, type TimelineCommit, type TimelineEndpoint, type TimelineFinding, type TimelineResult } from "@muster/contract";
import { pairEndpoints, pairFindings } from "@muster/scanner/compare";
import { statusAt, type CommitState, type StateEndpoint, type StateFinding } from "./commit-state.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
interface OpenStretch extends Mutable<Stretch> {}

/** An endpoint on its way through the line: the same object whatever its name becomes. */
interface Track extends OpenStretch {
  last: StateEndpoint;
  application: string;
  /** Place among the endpoints of the last state. */
  place: number;
  readonly postures: { readonly commit: string; readonly posture: Posture }[];
  readonly renames: { readonly commit: string; readonly from: string }[];
  /** Results other than a pass that hold, by control. */
  readonly open: Map<string, OpenResult>;
}

interface OpenResult extends OpenStretch {
  readonly control: string;
  readonly status: TimelineResult["status"];
}

interface OpenFinding extends OpenStretch {
  last: StateFinding;
  readonly track: Track | undefined;
}

/** Folds what commits came to, in their order, into what each of them changed. Endpoints keep their history through renames. */
export class TimelineBuilder {
  readonly #commits: TimelineCommit[] = [];
  readonly #tracks: Track[] = [];
  readonly #findings: OpenFinding[] = [];
  readonly #results: { readonly result: OpenResult; readonly track: Track | undefined }[] = [];
  readonly #repository = new Map<string, OpenResult>();
  #state: CommitState | undefined;
  #living: ReadonlyMap<string, Track> = new Map();
  #found: ReadonlyMap<StateFinding, OpenFinding> = new Map();

  add(line: LineCommit, state: CommitState): void {
    this.#commits.push({ ...line, ...(state === this.#state ? summaryAgain(this.#commits.at(-1)) : summaryOf(state)) });
    // Most commits come to what the one before came to.
    if (state === this.#state) return;
    this.#follow(line.commit, state);
    this.#state = state;
  }

  finish(about: Pick<Timeline, "tool" | "repository" | "command" | "deviations">): Timeline {
    const idOf = (track: Track | undefined): { readonly endpoint?: string } => (track === undefined ? {} : { endpoint: track.last.id });
    return {
      schema: "muster.history/1",
      ...about,
      commits: this.#commits,
      endpoints: this.#tracks.map(({ last: { id, method, path, handler }, application, postures, renames, ...rest }): TimelineEndpoint => ({ id, application, method, path, handler: handler.symbol, ...stretchOf(rest), postures, renames })).sort((a, b) => compareText(a.application, b.application) || compareText(a.path, b.path) || compareText(a.method, b.method)),
      findings: this.#findings.map(({ last: { fingerprint, rule, severity, path, line, message }, track, ...rest }): TimelineFinding => ({ fingerprint, rule, severity, path, line, message, ...idOf(track), ...stretchOf(rest) })),
      results: this.#results.map(({ result: { control, status, ...rest }, track }): TimelineResult => ({ control, status, ...idOf(track), ...stretchOf(rest) })),
      limits,
    };
  }

  #follow(commit: string, state: CommitState): void {
    const before = this.#state ?? { ...state, endpoints: [], findings: [] };
    const pairs = pairEndpoints<StateEndpoint>(before, state);
    const names = new Map(state.applications.map(({ id, name }) => [id, name]));
    const living = new Map<string, Track>();
    for (const { id } of pairs.removed) {
      const track = this.#living.get(id);
      if (track === undefined) continue;
      end(track, commit);
      for (const result of track.open.values()) end(result, commit);
      track.open.clear();
    }
    for (const [old, now] of [...pairs.same, ...pairs.renamed]) {
      const track = this.#living.get(old.id);
      if (track === undefined) continue;
      if (old.id !== now.id) track.renames.push({ commit, from: `${old.method} ${old.path}` });
      if (old.posture !== now.posture) track.postures.push({ commit, posture: now.posture });
      track.last = now;
      track.application = names.get(now.application) ?? "";
      living.set(now.id, track);
    }
    for (const now of pairs.added) {
      const track: Track = { ...this.#begin(commit), last: now, application: names.get(now.application) ?? "", place: 0, postures: [{ commit, posture: now.posture }], renames: [], open: new Map() };
      this.#tracks.push(track);
      living.set(now.id, track);
    }
    for (const [place, { id }] of state.endpoints.entries()) this.#judge(commit, state, place, living.get(id));
    this.#judge(commit, state, state.endpoints.length, undefined);
    const earlier = new Map([...pairs.same, ...pairs.renamed].map(([old, now]) => [now.id, old.id]));
    this.#find(commit, pairFindings(before.findings, state.findings, (id) => earlier.get(id)), living);
    this.#living = living;
  }

  #judge(commit: string, state: CommitState, place: number, track: Track | undefined): void {
    const open = track?.open ?? this.#repository;
    for (const [at, control] of state.controls.entries()) {
      const status = statusAt(state, place, at);
      const was = open.get(control);
      if (was?.status === status) continue;
      if (was !== undefined) end(was, commit);
      open.delete(control);
      if (status === undefined || status === "pass" || status === "not_applicable") continue;
      const result: OpenResult = { ...this.#begin(commit), control, status };
      open.set(control, result);
      this.#results.push({ result, track });
    }
  }

  #find(commit: string, { new: fresh, fixed, same }: ReturnType<typeof pairFindings<StateFinding>>, living: ReadonlyMap<string, Track>): void {
    const found = new Map<StateFinding, OpenFinding>();
    for (const finding of fixed) {
      const open = this.#found.get(finding);
      if (open !== undefined) end(open, commit);
    }
    for (const [old, now] of same) {
      const open = this.#found.get(old);
      if (open === undefined) continue;
      open.last = now;
      found.set(now, open);
    }
    for (const finding of fresh) {
      const open: OpenFinding = { ...this.#begin(commit), last: finding, track: finding.endpoint === undefined ? undefined : living.get(finding.endpoint) };
      this.#findings.push(open);
      found.set(finding, open);
    }
    this.#found = found;
  }

  #begin(commit: string): Stretch {
    return { introduced: commit, ...(this.#state === undefined && { before: true as const }) };
  }
}

function end(stretch: OpenStretch, commit: string): void {
  stretch.mended = commit;
}

function stretchOf({ introduced, before, mended }: OpenStretch): Stretch {
  return { introduced, ...(before !== undefined && { before }), ...(mended !== undefined && { mended }) };
}

type Summary = Pick<TimelineCommit, "status" | "endpoints" | "findings" | "controls">;

function summaryAgain(last: TimelineCommit | undefined): Summary {
  if (last === undefined) throw new Error("There is no commit before the first.");
  const { status, endpoints, findings, controls } = last;
  return { status, endpoints, findings, controls };
}

function summaryOf(state: CommitState): Summary {
  const endpoints = { protected: 0, public: 0, unknown: 0 };
  for (const { posture } of state.endpoints) endpoints[posture]++;
  const order = new Map(controlCatalogue.map(({ id }, place) => [id, place]));
  const controls = state.controls.map((control, at): [string, StatusCounts] => {
    const ofEndpoints: Record<ControlStatus, number> = { pass: 0, fail: 0, not_applicable: 0, indeterminate: 0, error: 0 };
    for (let place = 0; place < state.endpoints.length; place++) {
      const status = statusAt(state, place, at);
      if (status !== undefined) ofEndpoints[status]++;
    }
    const whole = statusAt(state, state.endpoints.length, at);
    // A control of endpoints is counted by them; what else was said of the repository is in the results.
    if (whole !== undefined && Object.values(ofEndpoints).every((count) => count === 0)) ofEndpoints[whole]++;
    return [control, ofEndpoints];
  });
  return { status: state.status, endpoints, findings: state.findings.length, controls: Object.fromEntries(controls.sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) };
}
