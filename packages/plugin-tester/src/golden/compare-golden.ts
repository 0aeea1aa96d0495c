import type { Endpoint } from "@muster/contract";
import type { GoldenRow } from "./golden-row.ts";

/** One line for everything in which an inventory differs from what the framework serves. */
export function compareGolden(golden: readonly GoldenRow[], endpoints: readonly Endpoint[]): string[] {
  const open = new Set(endpoints);
  const out: string[] = [];
  for (const row of golden) {
    const found = [...open].find((endpoint) => endpoint.method === row.method && endpoint.path === row.path);
    const title = `${row.method} ${row.path}`;
    if (!found) {
      if (row.implied !== true) out.push(`- ${title} is served, and is not in the inventory`);
      continue;
    }
    open.delete(found);
    if (found.hidden !== row.hidden) out.push(`~ ${title} is ${row.hidden ? "hidden" : "in the document"}, and is listed otherwise`);
    if (row.when !== undefined && found.conditions.length === 0) out.push(`~ ${title} is served under ${JSON.stringify(row.when)} alone, and is listed without a condition`);
    if (row.secured !== null && found.posture !== (row.secured ? "protected" : "public")) out.push(`~ ${title} is ${row.secured ? "secured" : "open"}, and is called ${found.posture}: ${reasonOf(found)}`);
  }
  for (const { method, path, span } of open) out.push(`+ ${method} ${path} is in the inventory (${span.path}:${span.line}), and is not served`);
  return out;
}

function reasonOf({ proof, reason }: Endpoint): string {
  const last = proof.at(-1);
  return [last === undefined ? "without a proof" : `${last.note} (${last.span.path}:${last.span.line})`, ...(reason === undefined ? [] : [reason])].join("; ");
}
