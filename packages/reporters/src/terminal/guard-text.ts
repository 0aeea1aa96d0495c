import type { Endpoint, Guard } from "@muster/contract";

/** What stands before an endpoint, in a few words: its rejecting guards, what else looks at the caller, or why it is unknown. */
export function guardText(endpoint: Endpoint): string {
  switch (endpoint.posture) {
    case "protected": {
      const rejecting = endpoint.guards.filter((guard) => guard.verdict === "rejects");
      return [...new Set((rejecting.length > 0 ? rejecting : endpoint.guards).map((guard) => `${nameGuard(guard)}${guard.environmentDefault ? " from environment default" : ""}`))].join(", ");
    }
    case "public": {
      const names = [...new Set(endpoint.guards.map((guard) => `${shortName(guard.name)} ${guard.verdict === "optional" ? "is optional" : guard.flaw === "off-by-default" ? "is off by default" : "never rejects"}`))];
      return names.length > 0 ? names.join(", ") : "no guard";
    }
    case "unknown":
      return endpoint.reason ?? "not resolved";
    default:
      return endpoint.posture satisfies never;
  }
}

/** `require_role (role admin)`. */
export function nameGuard(guard: Guard): string {
  const demands = guard.requires.flatMap((requirement) => {
    switch (requirement.kind) {
      case "authenticated":
        return [];
      case "role":
      case "scope":
        return [`${requirement.kind} ${requirement.values.length > 0 ? requirement.values.join(", ") : "not resolved"}`];
      case "ownership":
        return ["owner"];
      default:
        return requirement satisfies never;
    }
  });
  return demands.length > 0 ? `${shortName(guard.name)} (${demands.join(", ")})` : shortName(guard.name);
}

/** The last part of a dotted name; a method keeps its class. */
function shortName(name: string): string {
  const parts = name.split(".");
  const last = parts.at(-1) ?? name;
  const owner = parts.at(-2);
  return owner !== undefined && /^_*[A-Z]/u.test(owner) ? (last.startsWith("__") ? owner : `${owner}.${last}`) : last;
}
