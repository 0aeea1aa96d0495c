import type { Endpoint } from "@muster/contract";
import type { EndpointExpectation } from "./expectation.ts";
import type { Mismatch } from "./mismatch.ts";

/** Holds the inventory against a case that names its endpoints: none may be missing, none more may be there. */
export function compareEndpoints(expectations: readonly EndpointExpectation[], endpoints: readonly Endpoint[]): Mismatch[] {
  if (expectations.length === 0) return [];
  const open = new Set(endpoints);
  const out: Mismatch[] = [];
  for (const { method, template, posture, path, statedAt } of expectations) {
    const found = [...open].find((endpoint) => endpoint.method === method && endpoint.path === template);
    if (!found) {
      out.push({ path, line: statedAt, sign: "-", text: `${method} ${template} was expected, and is not in the inventory` });
      continue;
    }
    open.delete(found);
    if (posture !== undefined && found.posture !== posture) out.push({ path, line: statedAt, sign: "+", text: `${method} ${template} is ${found.posture}: ${lastOf(found)}` });
  }
  for (const { method, path, posture, span } of open) out.push({ path: span.path, line: span.line, sign: "+", text: `${method} ${path} (${posture}) is in the inventory, and no \`endpoint:\` names it` });
  return out;
}

function lastOf(endpoint: Endpoint): string {
  const { span, note } = endpoint.proof.at(-1) ?? { span: endpoint.span, note: "without a proof" };
  return `${note} (${span.path}:${span.line})${endpoint.reason === undefined ? "" : `; ${endpoint.reason}`}`;
}
