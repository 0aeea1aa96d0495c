import type { Unresolved } from "@muster/contract";
import { isSubclass, spanOfPlace, type Instance, type Machine } from "@muster/python";

/** Blueprints that no application registers: what they declare is out of reach of this analysis, or of everybody. */
export function unregistered(machine: Machine): Unresolved[] {
  const out: Unresolved[] = [];
  const seen = new Set<Instance>();
  for (const module of [...machine.modules.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    for (const [name, bound] of module.scope.vars) {
      if (bound.kind !== "instance" || seen.has(bound) || bound.place.module !== module || !isSubclass(bound.class, ["flask.blueprints.Blueprint"])) continue;
      seen.add(bound);
      const deferred = bound.attributes.get("deferred_functions");
      const routes = deferred?.kind === "list" ? deferred.items.length : 0;
      if (routes === 0 || bound.attributes.has("_got_registered_once")) continue;
      out.push({ what: "mount", reason: `the blueprint ${module.name}.${name} with ${routes} ${routes === 1 ? "registration" : "registrations"} is not registered on any application that evaluation found`, span: spanOfPlace(bound.place) });
    }
  }
  return out;
}
