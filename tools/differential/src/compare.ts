import type { LinkedModel, Plugin, Posture } from "@muster/contract";
import { linkSources, type Sources } from "@muster/plugin-tester/sources";
import type { ServedRow } from "./served-row.ts";

/** How many operations were judged, and of how many the posture stayed unknown. */
export interface Tally {
  judged: number;
  unknown: number;
}

/** One line for everything in which Muster's inventory of an application differs from what its framework serves. */
export async function compare(plugins: readonly Plugin[], sources: Sources, application: string, served: readonly ServedRow[], tally: Tally = { judged: 0, unknown: 0 }): Promise<string[]> {
  const endpoints = endpointsOf(await linkSources(plugins, sources), application, served);
  const open = new Set(endpoints);
  const out: string[] = [];
  const answered = new Set<string>();
  for (const row of served) {
    const title = `${row.method} ${row.path}`;
    const found = endpoints.filter((endpoint) => endpoint.method === row.method && endpoint.path === row.path);
    for (const endpoint of found) open.delete(endpoint);
    // Of two paths that differ in the names of parameters alone the first answers; to Muster they are one endpoint.
    const shape = `${row.method} ${row.path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
    const isFirst = !answered.has(shape);
    answered.add(shape);
    if (found.length === 0 && row.implied !== true && isFirst) out.push(`- ${title} is served, and is not in the inventory`);
    if (row.when !== undefined && found.some((endpoint) => endpoint.conditions.length === 0)) out.push(`~ ${title} is served under ${JSON.stringify(row.when)} alone, and is listed without a condition`);
    if (isFirst) for (const { posture } of found) out.push(...postureDiffers(row, posture, tally));
    if (found.length > 1 && found.every((endpoint) => endpoint.conditions.length === 0)) out.push(`+ ${title} is ${found.length} times in the inventory`);
  }
  // What Muster says gets no request may be listed.
  for (const { method, path, span, unreachable } of open) if (unreachable === undefined) out.push(`+ ${method} ${path} is in the inventory (${span.path}:${span.line}), and is not served`);
  return out;
}

/** What is said of whom an operation lets in, against what calling it showed. */
function postureDiffers({ method, path, secured }: ServedRow, posture: Posture, tally: Tally): string[] {
  if (secured === undefined) return [];
  tally.judged++;
  switch (posture) {
    case "unknown":
      tally.unknown++;
      return [];
    case "protected":
      return secured ? [] : [`! ${method} ${path} is open, and is called protected`];
    case "public":
      return secured ? [`! ${method} ${path} turns strangers away, and is called public`] : [];
    default:
      return posture satisfies never;
  }
}

/** Of the application that was served, where Muster tells it from others (which nobody mounts). One that serves nothing is not listed. */
function endpointsOf({ applications, endpoints }: LinkedModel, name: string, served: readonly ServedRow[]): LinkedModel["endpoints"] {
  const application = applications.find((one) => one.name === name) ?? applications.find((one) => one.name.endsWith(":<default application>"));
  if (application === undefined) return served.length === 0 ? [] : endpoints;
  return endpoints.filter((endpoint) => endpoint.application === application.id);
}
