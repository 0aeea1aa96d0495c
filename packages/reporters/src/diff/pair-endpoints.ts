import type { Application, Endpoint, ScanResult } from "@muster/contract";

export interface EndpointPairs {
  /** Before and after of what is the same endpoint by its id. */
  readonly same: readonly (readonly [Endpoint, Endpoint])[];
  readonly renamed: readonly (readonly [Endpoint, Endpoint])[];
  readonly removed: readonly Endpoint[];
  readonly added: readonly Endpoint[];
}

/**
 * Pairs the endpoints of two scans: by id, then what is left by its handler, then by its handler's code, which finds a
 * function that moved to another module. A handler of several endpoints is paired only where one of them is left on each side.
 */
export function pairEndpoints(before: ScanResult, after: ScanResult): EndpointPairs {
  const byId = new Map(after.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const same = before.endpoints.flatMap((endpoint) => {
    const other = byId.get(endpoint.id);
    return other === undefined ? [] : [[endpoint, other] as const];
  });
  const known = new Set(same.map(([{ id }]) => id));
  let removed = before.endpoints.filter(({ id }) => !known.has(id));
  let added = after.endpoints.filter(({ id }) => !known.has(id));
  const renamed: (readonly [Endpoint, Endpoint])[] = [];
  const frameworks = new Map([...before.applications, ...after.applications].map(({ id, framework }: Application) => [id, framework]));
  for (const key of [
    ({ application, method, handler }: Endpoint) => JSON.stringify([frameworks.get(application), method, handler.symbol]),
    ({ application, handler }: Endpoint) => JSON.stringify([frameworks.get(application), handler.symbol]),
    ({ method, handler }: Endpoint) => (handler.code === undefined ? undefined : JSON.stringify([method, handler.code])),
  ]) {
    const left = Map.groupBy(removed, (endpoint) => key(endpoint) ?? "");
    const right = Map.groupBy(added, (endpoint) => key(endpoint) ?? "");
    for (const [name, olds] of left) {
      const news = right.get(name) ?? [];
      const [one] = olds;
      const [other] = news;
      if (name !== "" && olds.length === 1 && news.length === 1 && one !== undefined && other !== undefined) renamed.push([one, other]);
    }
    const paired = new Set(renamed.flat());
    removed = removed.filter((endpoint) => !paired.has(endpoint));
    added = added.filter((endpoint) => !paired.has(endpoint));
  }
  return { same, renamed, removed, added };
}
