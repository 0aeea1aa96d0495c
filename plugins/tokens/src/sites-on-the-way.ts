import type { Endpoint } from "@muster/contract";
import type { TokenSite } from "./problem.ts";

/** The places at which tokens are verified on the way to an endpoint: in one of its guards, in what it calls, or in the handler. */
export function sitesOnTheWay(endpoint: Endpoint, sites: readonly TokenSite[]): readonly TokenSite[] {
  const names = [...endpoint.guards.map((guard) => guard.name), endpoint.handler.symbol];
  return sites.filter(({ does, within }) => does === "verify" && within.some((one) => names.some((name) => one === name || one.startsWith(`${name}.`))));
}
