import type { Guard, MountCondition, Step } from "@muster/contract";
import { spanOfPlace, type EndpointJudgement, type Place } from "@muster/python";
import { doubtAbout, type Attachment } from "./attachment.ts";

/** A guard that rejects, and may not be there at all, proves nothing. */
export function certain(route: { readonly conditions: readonly MountCondition[] }, attachment: Attachment, guard: Guard): Guard {
  const reason = guard.verdict === "rejects" ? doubtAbout(attachment, route) : undefined;
  return reason === undefined ? guard : { ...guard, verdict: "unknown", requires: [], reason };
}

/** The posture that follows from the guards on the way to a route that is declared at a place. */
export function conclude(guards: readonly Guard[], declared: Place): EndpointJudgement {
  const rejecting = guards.find((guard) => guard.verdict === "rejects");
  if (rejecting) return { guards, posture: "protected", proof: rejecting.proof };
  const doubtful = guards.find((guard) => guard.verdict === "unknown");
  const here: Step = { span: spanOfPlace(declared), note: "the route is declared here" };
  if (doubtful) return { guards, posture: "unknown", proof: [here, ...doubtful.proof], reason: doubtful.reason ?? `${doubtful.name} could not be decided` };
  const passing = guards.flatMap((guard) => guard.proof);
  return { guards, posture: "public", proof: [{ ...here, note: guards.length === 0 ? "no guard is attached to this route or to anything around it" : "no guard on the way to this route turns a caller away" }, ...passing] };
}
