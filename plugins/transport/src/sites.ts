import { compareSpans, type JudgeInput, type ObservedCall } from "@muster/contract";
import { clientSites } from "./client-sites.ts";
import { databaseSites } from "./database-sites.ts";
import { deployment, placesOf, type DeploymentPlace } from "./deployment/extractor.ts";
import { serverSites } from "./server-sites.ts";
import type { Site } from "./site.ts";

/** Everything that the repository says of TLS between services, sorted by place; each place says a thing once. */
export function sitesIn(input: Pick<JudgeInput, "calls" | "facts">): readonly Site[] {
  const sites = [...(input.calls ?? []).flatMap(ofCall), ...input.facts(deployment.name).flatMap(({ path, fact }) => placesOf(fact).map((place) => ofDeployment(path, place)))];
  const unchecked = new Set(sites.filter(({ what }) => what.startsWith("verify_mode=")).map(({ symbol, span }) => `${span.path} ${symbol}`));
  // Python asks for both to be set, in this order: one switch.
  const apart = sites.filter(({ what, symbol, span }) => !what.startsWith("check_hostname=") || !unchecked.has(`${span.path} ${symbol}`));
  apart.sort((a, b) => compareSpans(a.span, b.span) || Number(a.byDefault) - Number(b.byDefault));
  return apart.filter((site, index) => !apart.slice(Math.max(0, index - 8), index).some((other) => isSame(site, other)));
}

function ofCall(call: ObservedCall): readonly Site[] {
  return [...clientSites(call), ...serverSites(call), ...databaseSites(call)];
}

function ofDeployment(path: string, { kind, of, what, line, column, endColumn }: DeploymentPlace): Site {
  return { kind, what, of, where: "deployment", byDefault: false, certain: true, span: { path, line, column, endLine: line, endColumn }, symbol: path, steps: [] };
}

function isSame(a: Site, b: Site): boolean {
  return a.kind === b.kind && a.what.split("=")[0] === b.what.split("=")[0] && compareSpans(a.span, b.span) === 0;
}
