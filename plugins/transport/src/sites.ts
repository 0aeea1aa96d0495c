import { compareSpans, type JudgeInput, type ObservedCall } from "@muster/contract";
import { clientSites } from "./client-sites.ts";
import { deployment, placesOf, type DeploymentPlace } from "./deployment/extractor.ts";
import { serverSites } from "./server-sites.ts";
import type { Site } from "./site.ts";

/** Everything that the repository says of TLS between services, sorted by place; each place says a thing once. */
export function sitesIn(input: Pick<JudgeInput, "calls" | "facts">): readonly Site[] {
  const sites = [...(input.calls ?? []).flatMap(ofCall), ...input.facts(deployment.name).flatMap(({ path, fact }) => placesOf(fact).map((place) => ofDeployment(path, place)))];
  sites.sort((a, b) => compareSpans(a.span, b.span) || Number(a.byDefault) - Number(b.byDefault));
  return sites.filter((site, index) => !sites.slice(Math.max(0, index - 8), index).some((other) => isSame(site, other)));
}

function ofCall(call: ObservedCall): readonly Site[] {
  return [...clientSites(call), ...serverSites(call)];
}

function ofDeployment(path: string, { kind, of, what, line, column, endColumn }: DeploymentPlace): Site {
  return { kind, what, of, where: "deployment", byDefault: false, certain: true, span: { path, line, column, endLine: line, endColumn }, symbol: path, steps: [] };
}

function isSame(a: Site, b: Site): boolean {
  return a.kind === b.kind && a.what.split("=")[0] === b.what.split("=")[0] && compareSpans(a.span, b.span) === 0;
}
