import type { Application, Endpoint } from "@muster/contract";
import type { EndpointJudgement, ForeignMount, FoundEndpoint, Inventory } from "../framework.ts";
import { spanOfPlace } from "../values/term.ts";
import type { Value } from "../values/value.ts";

/** Mounts within mounts that are followed. */
const deepest = 8;

/**
 * Applications of one framework that one of another serves below a prefix: their endpoints become endpoints of the outer
 * application, behind what stands around the mount. An application that is mounted is served there and not by itself.
 */
export function joinForeignMounts(inventories: readonly Inventory[]): Inventory[] {
  if (inventories.every((inventory) => (inventory.foreign ?? []).length === 0)) return [...inventories];
  const mounted = new Set<Application>();
  const expand = (inventory: Inventory, application: Application, depth: number): Expanded => {
    const own = inventory.endpoints.filter((found) => found.endpoint.application === application.id);
    const out: Expanded = { endpoints: [...own], lost: [] };
    for (const mount of inventory.foreign ?? []) {
      if (mount.application !== application.id) continue;
      const inner = depth < deepest ? applicationOf(inventories, mount.value) : undefined;
      if (!inner || inner.application === application) {
        out.endpoints.push(...mount.otherwise);
        out.lost.push(...mount.lost);
        continue;
      }
      mounted.add(inner.application);
      for (const found of expand(inner.inventory, inner.application, depth + 1).endpoints) out.endpoints.push(below(mount, found));
    }
    return out;
  };
  const all = inventories.map((inventory) => inventory.applications.map((application) => ({ application, ...expand(inventory, application, 0) })));
  return inventories.map((inventory, index) => {
    const kept = (all[index] ?? []).filter(({ application }) => !mounted.has(application));
    const lost = kept.flatMap((one) => one.lost);
    return {
      ...inventory,
      applications: kept.map(({ application }) => application),
      endpoints: kept.flatMap(({ endpoints }) => endpoints),
      unresolved: [...inventory.unresolved, ...lost],
      mounts: { resolved: inventory.mounts.resolved - lost.length, unresolved: inventory.mounts.unresolved + lost.length },
    };
  });
}

interface Expanded {
  readonly endpoints: FoundEndpoint[];
  readonly lost: ForeignMount["lost"][number][];
}

/** The application that a value is, as the framework of it found it: told by the place where it was made. */
function applicationOf(inventories: readonly Inventory[], value: Value): { readonly inventory: Inventory; readonly application: Application } | undefined {
  for (const inventory of inventories) {
    const id = inventory.applicationOf?.(value);
    const application = inventory.applications.find((one) => (id === undefined ? value.kind === "instance" && isMadeAt(one, value) : one.id === id));
    if (application) return { inventory, application };
  }
  return undefined;
}

function isMadeAt(application: Application, value: Value & { kind: "instance" }): boolean {
  const span = spanOfPlace(value.place);
  const at = application.span;
  return at.path === span.path && at.line === span.line && at.column === span.column && at.endLine === span.endLine && at.endColumn === span.endColumn;
}

function below(mount: ForeignMount, found: FoundEndpoint): FoundEndpoint {
  const { endpoint } = found;
  const path = `${mount.prefix}${endpoint.path}`;
  const around = mount.at(endpoint.method, path);
  const conditions = [...around.endpoint.conditions, ...endpoint.conditions];
  const joined: Omit<Endpoint, "id" | "posture" | "proof" | "reason" | "guards"> = { ...endpoint, application: mount.application, path, conditions, parameters: merged(around, found), hidden: true };
  return {
    endpoint: joined,
    judge: (machine) => {
      const outer = around.judge(machine);
      return outer.posture === "protected" ? outer : both(outer, found.judge(machine));
    },
    run: (machine) => found.run(machine),
  };
}

function both(outer: EndpointJudgement, inner: EndpointJudgement): EndpointJudgement {
  const guards = [...outer.guards, ...inner.guards];
  if (inner.posture === "protected" || outer.posture === "public") return { ...inner, guards };
  return { ...outer, guards };
}

function merged(around: FoundEndpoint, found: FoundEndpoint): Endpoint["parameters"] {
  const named = new Set(found.endpoint.parameters.map((one) => `${one.in} ${one.name}`));
  return [...around.endpoint.parameters.filter((one) => !named.has(`${one.in} ${one.name}`)), ...found.endpoint.parameters].sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : a.name < b.name ? -1 : 1));
}
