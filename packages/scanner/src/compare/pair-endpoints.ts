import type { Application, Endpoint } from "@muster/contract";

/** What tells an endpoint. */
export type PairedEndpoint = Pick<Endpoint, "id" | "application" | "method"> & { readonly handler: Pick<Endpoint["handler"], "symbol" | "code"> };

/** One of the two states that are compared. */
export interface PairedSide<E extends PairedEndpoint> {
  readonly applications: readonly Pick<Application, "id" | "framework">[];
  readonly endpoints: readonly E[];
}

export interface EndpointPairs<E extends PairedEndpoint> {
  /** Before and after of what is the same endpoint by its id. */
  readonly same: readonly (readonly [E, E])[];
  readonly renamed: readonly (readonly [E, E])[];
  readonly removed: readonly E[];
  readonly added: readonly E[];
}

/**
 * Pairs the endpoints of two scans: by id, then what is left by its handler, then by its handler's code, which finds a
 * function that moved to another module. A handler of several endpoints is paired only where one of them is left on each side.
 */
export function pairEndpoints<E extends PairedEndpoint>(before: PairedSide<E>, after: PairedSide<E>): EndpointPairs<E> {
  const byId = new Map(after.endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const same = before.endpoints.flatMap((endpoint) => {
    const other = byId.get(endpoint.id);
    return other === undefined ? [] : [[endpoint, other] as const];
  });
  const known = new Set(same.map(([{ id }]) => id));
  let removed = before.endpoints.filter(({ id }) => !known.has(id));
  let added = after.endpoints.filter(({ id }) => !known.has(id));
  const renamed: (readonly [E, E])[] = [];
  const frameworks = new Map([...before.applications, ...after.applications].map(({ id, framework }: Pick<Application, "id" | "framework">) => [id, framework]));
  for (const key of [
    ({ application, method, handler }: PairedEndpoint) => JSON.stringify([frameworks.get(application), method, handler.symbol]),
    ({ application, handler }: PairedEndpoint) => JSON.stringify([frameworks.get(application), handler.symbol]),
    ({ method, handler }: PairedEndpoint) => (handler.code === undefined ? undefined : JSON.stringify([method, handler.code])),
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
