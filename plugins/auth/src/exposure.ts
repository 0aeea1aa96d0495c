import type { Endpoint } from "@muster/contract";
import { isIneffective } from "./ineffective-guard.ts";

/** What stands between anyone and the handler, as the end of a sentence: `nothing on its way looks at the caller`. */
export function gapOf(endpoint: Endpoint): string {
  const loaders = endpoint.guards.filter(isIneffective).map((guard) => `\`${guard.name}\``);
  switch (loaders.length) {
    case 0:
      return "nothing on its way looks at the caller";
    case 1:
      return `${loaders.join()} looks at the caller but rejects nobody`;
    default:
      return `${loaders.join(", ")} look at the caller but reject nobody`;
  }
}

const namedConditions = 3;

/** A sentence that says when the endpoint exists, with a leading space; empty when it always does. */
export function existenceOf(endpoint: Endpoint): string {
  if (endpoint.conditions.length === 0) return "";
  const conditions = endpoint.conditions.map((condition) => (condition.holds ? `\`${condition.text}\`` : `not \`${condition.text}\``));
  const named = conditions.slice(0, namedConditions);
  const more = conditions.length - named.length;
  return ` It exists only where ${named.join(" and ")}${more > 0 ? ` and ${more} more ${more === 1 ? "condition holds" : "conditions hold"}` : ""}.`;
}
