import type { Endpoint, Finding, WaivedFinding, Waiver, WaiverState } from "@muster/contract";
import { approvedPublic } from "../analyse/approved-public.ts";
import { termOf } from "./term.ts";

export interface Waived {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** In the order of the waivers. */
  readonly states: readonly WaiverState[];
}

/** Takes out the findings that waivers cover. One whose term is over, or whose code has changed, covers none, and says so. */
export function applyWaivers(findings: readonly Finding[], endpoints: readonly Endpoint[], waivers: readonly Waiver[], date: string): Waived {
  const covered = new Map<Finding, Waiver>();
  const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const states = waivers.map((waiver): WaiverState => {
    const { finding, endpoint, rule, reason, owner, expires } = waiver;
    const fits = fitting(waiver, byId);
    const own = findings.filter(fits);
    const same = own.filter((one) => waiver.code === codeOf(one, waiver, byId));
    const state = { kind: finding === undefined ? ("endpoint" as const) : ("finding" as const), target: finding ?? `${rule ?? ""} on ${endpoint ?? ""}`, reason, owner, expires };
    if (own.length === 0) return { ...state, status: "unused", note: "There is no finding that it covers: remove it.", count: 0 };
    const term = termOf(expires, date);
    if (term.status === "expired") return { ...state, ...term, count: 0 };
    for (const one of same) covered.set(one, waiver);
    const changed = own.find((one) => !same.includes(one));
    if (changed === undefined) return { ...state, ...term, count: same.length };
    const code = codeOf(changed, waiver, byId) ?? "";
    const what = code === "" ? "its code cannot be told apart any more: remove \"code\"" : `once someone has looked at it, write "code": "${code}"`;
    return { ...state, status: "revoked", note: waiver.code === undefined ? `It names no code, so it holds for none: ${what}.` : `The code under it has changed: ${what}.`, count: same.length };
  });
  return {
    findings: covered.size === 0 ? findings : findings.filter((one) => !covered.has(one)),
    waived: findings.flatMap((one) => {
      const waiver = covered.get(one);
      return waiver === undefined ? [] : [{ ...one, waiver: { reason: waiver.reason, owner: waiver.owner, expires: waiver.expires } }];
    }),
    states,
  };
}

function fitting({ finding, endpoint, rule }: Waiver, byId: ReadonlyMap<string, Endpoint>): (one: Finding) => boolean {
  if (finding !== undefined) return (one) => one.fingerprint === finding;
  const [method = "", path = ""] = (endpoint ?? "").split(/\s+/u, 2);
  const isIt = approvedPublic([{ method, path }]);
  return (one) => {
    const of = one.endpoint === undefined ? undefined : byId.get(one.endpoint);
    return one.rule === rule && of !== undefined && isIt(of);
  };
}

/** What a waiver is bound to: the handler for one of an endpoint, else the code that the finding speaks of. */
function codeOf(one: Finding, { finding }: Waiver, byId: ReadonlyMap<string, Endpoint>): string | undefined {
  return (finding === undefined && one.endpoint !== undefined ? byId.get(one.endpoint)?.handler.code : undefined) ?? one.code;
}
