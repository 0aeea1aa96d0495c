import type { ControlResult, DemandedFact, HandlerTrace, Json, JudgeInput } from "@muster/contract";
import { approvedPublic } from "./approved-public.ts";
import { unpackFacts } from "./fact-pack.ts";
import type { AnalystSetup, JudgedFacts, LinkedPart } from "./protocol.ts";

type Known = readonly { readonly path: string; readonly fact: Json }[];

/** What linking found that no report shows. */
type Found = Required<Pick<JudgeInput, "dataModels" | "calls" | "declarations">>;

/** What judges are given, and a record of what each looked at: a pass that rests on what was not analysed is none. */
export class JudgeInputs {
  /** Ids of all endpoints. */
  readonly endpoints: ReadonlySet<string>;
  readonly #model: LinkedPart;
  readonly #found: Found;
  readonly #trace: (endpoint: string) => HandlerTrace | undefined;
  readonly #linkFailed: string | undefined;
  readonly #facts: ReadonlyMap<string, JudgedFacts>;
  readonly #parsed = new Map<string, Known>();
  readonly #isApproved: JudgeInput["isApprovedPublic"];

  constructor(setup: AnalystSetup, model: LinkedPart, found: Found, trace: (endpoint: string) => HandlerTrace | undefined, facts: readonly JudgedFacts[], linkFailed: string | undefined) {
    this.#model = model;
    this.#found = found;
    this.endpoints = new Set(model.endpoints.map(({ id }) => id));
    this.#trace = trace;
    this.#linkFailed = linkFailed;
    this.#facts = new Map(facts.map((one) => [one.extractor, one]));
    this.#isApproved = approvedPublic(setup.approvedPublic);
  }

  /** Runs a judge; `sound` turns each of its results into what may be said. */
  run<T>(uses: readonly string[], options: Json, judge: (input: JudgeInput) => T, sound: (value: T, lacks: Lacks) => T): T {
    let sawModel = false;
    let unread = 0;
    const model = this.#model;
    const { dataModels, calls, declarations } = this.#found;
    const seen = new Set<string>();
    const value = judge({
      get applications() {
        sawModel = true;
        return model.applications;
      },
      get endpoints() {
        sawModel = true;
        return model.endpoints;
      },
      get coverage() {
        sawModel = true;
        return model.coverage;
      },
      get dataModels() {
        sawModel = true;
        return dataModels;
      },
      get calls() {
        sawModel = true;
        return calls;
      },
      get declarations() {
        sawModel = true;
        return declarations;
      },
      trace: (endpoint) => {
        sawModel = true;
        return this.#trace(endpoint);
      },
      facts: (extractor) => {
        if (!uses.includes(extractor)) throw new Error(`it asked for the facts of "${extractor}", which its analysis does not name in "uses"`);
        if (!seen.has(extractor)) unread += this.#facts.get(extractor)?.unread ?? 0;
        seen.add(extractor);
        return this.#known(extractor);
      },
      options,
      isApprovedPublic: this.#isApproved,
    });
    return sound(value, { unread, ...(sawModel && this.#linkFailed !== undefined ? { linkFailed: this.#linkFailed } : {}) });
  }

  #known(extractor: string): Known {
    const parsed = this.#parsed.get(extractor);
    if (parsed !== undefined) return parsed;
    const facts = this.#facts.get(extractor);
    const known = facts === undefined ? [] : [...unpackFacts(facts.pack)].filter((entry): entry is [string, Extract<DemandedFact, { status: "known" }>] => entry[1].status === "known").map(([path, { fact }]) => ({ path, fact }));
    this.#parsed.set(extractor, known);
    return known;
  }
}

/** What a judge looked at that is not all there. */
export interface Lacks {
  /** Files that could not be analysed for the facts it asked for. */
  readonly unread: number;
  readonly linkFailed?: string;
}

/** A result for the whole repository holds only as far as the whole was analysed. */
export function soundResult(result: ControlResult, { unread, linkFailed }: Lacks): ControlResult {
  if (result.endpoint !== undefined || (result.status !== "pass" && result.status !== "not_applicable")) return result;
  if (linkFailed !== undefined) return { ...result, status: "error", reason: `Endpoints are not all known, as linking failed: ${linkFailed}.` };
  if (unread > 0) return { ...result, status: "indeterminate", reason: `${result.reason} ${unread === 1 ? "One file or folder" : `${unread} files or folders`} could not be analysed.` };
  return result;
}
