import type { ControlJudge, ControlResult, Endpoint, JudgeInput } from "@muster/contract";
import { existenceOf, gapOf } from "../exposure.ts";

type Verdict = Omit<ControlResult, "control">;

/** How many unresolved places the result of the repository shows. */
const shownPlaces = 20;

/**
 * AUTHN-01 on every endpoint, and once on the repository. "Every endpoint" can be said only of an inventory that is
 * whole: the repository's own result is `indeterminate` while a mount, a route or a module could not be resolved.
 */
export const authn01: ControlJudge = {
  control: "AUTHN-01",
  *judge(input: JudgeInput) {
    for (const endpoint of input.endpoints) yield verdictOn(endpoint, input.isApprovedPublic(endpoint));
    yield verdictOnInventory(input);
  },
};

function verdictOn(endpoint: Endpoint, approved: boolean): Verdict {
  const place = { endpoint: endpoint.id, span: endpoint.span, proof: endpoint.proof };
  switch (endpoint.posture) {
    case "protected":
      return { ...place, status: "pass", reason: `${rejecterOf(endpoint)} rejects callers without a valid credential.` };
    case "public":
      if (approved) return { ...place, status: "pass", reason: "It is on the approved public list." };
      if (endpoint.method === "OPTIONS") return { ...place, status: "not_applicable", reason: "A preflight carries no credential, so OPTIONS must answer without one." };
      return { ...place, status: "fail", reason: `Anyone can call it: ${gapOf(endpoint)}.${existenceOf(endpoint)}` };
    case "unknown":
      if (approved) return { ...place, status: "pass", reason: "It is on the approved public list; its guards could not be decided." };
      return { ...place, status: "indeterminate", reason: `Its guards could not be decided: ${(endpoint.reason ?? "no reason was given").replace(/\.$/, "")}.` };
    default:
      return endpoint.posture satisfies never;
  }
}

function rejecterOf(endpoint: Endpoint): string {
  const guard = endpoint.guards.find((each) => each.verdict === "rejects");
  if (guard === undefined) return "The code on its way";
  return guard.environmentDefault ? `By a default that the environment may replace, \`${guard.name}\`` : `\`${guard.name}\``;
}

function verdictOnInventory(input: JudgeInput): Verdict {
  const missing = input.coverage.unresolved.filter((place) => place.what !== "guard");
  const statuses = input.endpoints.map((endpoint) => verdictOn(endpoint, input.isApprovedPublic(endpoint)).status);
  const total = counted(statuses.length, "endpoint");
  const failed = statuses.filter((status) => status === "fail").length;
  const undecided = statuses.filter((status) => status === "indeterminate").length;

  if (failed > 0) return { status: "fail", reason: `Anyone can call ${failed} of ${total}, not approved as public.`, proof: [] };
  if (missing.length > 0) {
    return {
      status: "indeterminate",
      reason: `${counted(missing.length, "place")} could not be resolved: endpoints declared there are not in the inventory and were not judged.`,
      proof: missing.slice(0, shownPlaces).map((place) => ({ span: place.span, note: `${place.what}: ${place.reason}` })),
    };
  }
  if (statuses.length === 0) return { status: "not_applicable", reason: "No endpoint was found.", proof: [] };
  if (undecided > 0) return { status: "indeterminate", reason: `The guards of ${undecided} of ${total} could not be decided.`, proof: [] };
  return { status: "pass", reason: `Of ${total}, each authenticates its caller or is approved as public.`, proof: [] };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
