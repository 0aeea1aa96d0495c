import type { Endpoint } from "@muster/contract";

/** A name for each endpoint, unique in its document: the handler's own where that tells it apart, else with method and path. */
export function operationIds(endpoints: readonly Endpoint[]): ReadonlyMap<string, string> {
  const byName = Map.groupBy(endpoints, handlerName);
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const endpoint of endpoints) {
    const name = handlerName(endpoint);
    const wanted = byName.get(name)?.length === 1 ? name : slug(`${name}_${endpoint.method.toLowerCase()}_${endpoint.path}`);
    let id = wanted;
    for (let repeat = 2; taken.has(id); repeat += 1) id = `${wanted}_${repeat}`;
    taken.add(id);
    ids.set(endpoint.id, id);
  }
  return ids;
}

function handlerName(endpoint: Endpoint): string {
  return slug(endpoint.handler.symbol.split(".").at(-1) ?? "") || "endpoint";
}

function slug(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/gu, "_").replaceAll(/^_+|_+$/gu, "");
}
