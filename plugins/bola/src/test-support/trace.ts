import type { CallTerm, Condition, ControlResult, Endpoint, HandlerTrace, JudgeInput, Report, Step, Term, TraceEvent, TraceExit } from "@muster/contract";
import { objectOwnership } from "../controls/object-ownership.ts";
import { unownedMutation } from "../rules/unowned-mutation.ts";
import { asksForItsOwn } from "./neighbour.ts";
import { somewhere } from "./terms.ts";

type Loose<T> = T extends unknown ? Omit<T, "index" | "span" | "under" | "through" | "looped"> : never;
export type Happening = Loose<TraceEvent> & { readonly under?: readonly Condition[] };

export const calls = (call: CallTerm, ...under: readonly Condition[]): Happening => ({ kind: "call", call, under });
export const sets = (target: Term, name: string, value: Term, ...under: readonly Condition[]): Happening => ({ kind: "set-attribute", target, name, value, under });
export const deletes = (target: Term, ...under: readonly Condition[]): Happening => ({ kind: "delete", target, under });

/** `if term: raise HTTPException(status)`: what follows runs where the term is false. */
export const unless = (term: Term, status = 403): Condition => ({ term, holds: false, span: somewhere(), otherwise: { kind: "raise", status, span: somewhere() } });
/** Inside `if term:`. */
export const when = (term: Term): Condition => ({ term, holds: true, span: somewhere() });

export interface Case {
  readonly method?: string;
  readonly path?: string;
  readonly posture?: Endpoint["posture"];
  readonly guards?: Endpoint["guards"];
  readonly approved?: boolean;
  /** Names that code looks for and the route does not bind. */
  readonly unbound?: readonly string[];
  readonly exits?: readonly Pick<TraceExit, "kind" | "under" | "after">[];
  readonly lost?: readonly Step[];
  /** Positions of calls that are known to be of the repository and were not entered. */
  readonly lostAt?: readonly number[];
  /** True where no other endpoint asks for its own. */
  readonly alone?: true;
}

export interface Judged {
  readonly status: ControlResult["status"];
  readonly reason: string;
  /** Message ids of the reports. */
  readonly messages: readonly string[];
  readonly reports: readonly Report[];
  readonly proof: readonly Step[];
}

/** Judges one handler that does these things in this order. */
export function judge(happenings: readonly Happening[], about: Case = {}): Judged {
  const endpoint = endpointOf(about);
  const neighbour: Endpoint = { ...endpoint, id: "e2", method: "GET" };
  const events = happenings.map((happening, index): TraceEvent => {
    // Calls are written before they happen: their places follow the order of the events.
    const span = somewhere();
    const common = { index, span, under: happening.under ?? [], through: [], looped: false };
    return happening.kind === "call" ? { ...happening, ...common, call: { ...happening.call, span } } : { ...happening, ...common };
  });
  const lost = [...(about.lost ?? []), ...(about.lostAt ?? []).flatMap((position) => (events[position] ? [{ span: events[position].span, note: "was not entered" }] : []))];
  const trace: HandlerTrace = {
    events,
    exits: (about.exits ?? []).map((exit) => ({ ...exit, span: somewhere(), value: { kind: "const", value: null } })),
    lost,
    complete: lost.length === 0,
  };
  const beside: HandlerTrace = { events: asksForItsOwn.map((call, index): TraceEvent => ({ kind: "call", call, index, span: call.span, under: [], through: [], looped: false })), exits: [], lost: [], complete: true };
  const input: JudgeInput = {
    applications: [],
    endpoints: about.alone ? [endpoint] : [endpoint, neighbour],
    coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] },
    trace: (id) => (id === "e2" ? beside : trace),
    facts: () => [],
    options: {},
    isApprovedPublic: () => about.approved === true,
  };
  const reports = [...unownedMutation.judge(input)];
  const [result] = objectOwnership.judge(input);
  if (!result) throw new Error("The control gave no result for an endpoint.");
  return { status: result.status, reason: result.reason, messages: reports.map((report) => report.message), reports, proof: result.proof };
}

function endpointOf(about: Case): Endpoint {
  const path = about.path ?? "/items/{id}";
  const span = somewhere();
  return {
    id: "e1",
    application: "a1",
    method: about.method ?? "DELETE",
    path,
    // Everything that a case does lies below its handler.
    handler: { symbol: "app.api.items.handler", span: { ...span, line: 0, endLine: 0 } },
    span,
    posture: about.posture ?? "protected",
    proof: [{ span, note: "declared here" }],
    guards: about.guards ?? [],
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name: name ?? "", in: "path", required: true })),
    ...(about.unbound && { unbound: about.unbound.map((name) => ({ name, bound: [], span: somewhere() })) }),
    hidden: false,
    deprecated: false,
    conditions: [],
    tags: [],
  };
}

export const passes: Partial<Judged> = { status: "pass", messages: [] };
export const undecided: Partial<Judged> = { status: "indeterminate", messages: [] };
export function fails(message: string): Partial<Judged> {
  return { status: "fail", messages: [message] };
}
