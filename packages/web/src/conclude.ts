import type { Guard, MountCondition, Step } from "@muster/contract";
import { spanOfPlace, type EndpointJudgement, type Place } from "@muster/python";
import { presenceOf, type Attachment } from "./attachment.ts";

/** A guard that rejects, and may not be there at all, proves nothing. One that is there or not by a default of the environment's says so. */
export function certain(route: { readonly conditions: readonly MountCondition[] }, attachment: Attachment, guard: Guard): Guard {
  if (guard.verdict !== "rejects" && guard.verdict !== "unknown") return guard;
  const presence = presenceOf(attachment, route);
  switch (presence.kind) {
    case "certain":
      return guard;
    case "doubtful":
      return guard.verdict === "rejects" ? { ...guard, verdict: "unknown", requires: [], reason: presence.reason } : guard;
    case "by-default": {
      const span = spanOfPlace(presence.condition.place);
      if (presence.there) return { ...guard, environmentDefault: true, proof: [{ span, note: `it is attached by default, which the environment may replace: ${presence.text}` }, ...guard.proof] };
      const { reason: _, ...rest } = guard;
      return { ...rest, verdict: "none", requires: [], flaw: "off-by-default", proof: [...guard.proof, { span, note: `by default it is not attached: ${presence.text}` }] };
    }
    default:
      return presence satisfies never;
  }
}

/** The posture that follows from the guards on the way to a route that is declared at a place. */
export function conclude(guards: readonly Guard[], declared: Place): EndpointJudgement {
  const rejecting = guards.find((guard) => guard.verdict === "rejects" && !guard.environmentDefault) ?? guards.find((guard) => guard.verdict === "rejects");
  if (rejecting) return { guards, posture: "protected", proof: [...guards.flatMap((guard) => (guard.verdict === "none" && guard.environmentDefault ? guard.proof : [])), ...rejecting.proof] };
  const doubtful = guards.find((guard) => guard.verdict === "unknown");
  const here: Step = { span: spanOfPlace(declared), note: "the route is declared here" };
  if (doubtful) return { guards, posture: "unknown", proof: [here, ...doubtful.proof], reason: doubtful.reason ?? `${doubtful.name} could not be decided` };
  const passing = guards.flatMap((guard) => guard.proof);
  return { guards, posture: "public", proof: [{ ...here, note: guards.length === 0 ? "no guard is attached to this route or to anything around it" : "no guard on the way to this route turns a caller away" }, ...passing] };
}
