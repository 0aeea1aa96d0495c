import type { Endpoint, Step } from "@muster/contract";
import type { Drift } from "./drift.ts";

/** That an endpoint is to go, and who says so. */
export interface Retirement {
  /** As the middle of a sentence: `deprecated in the code`. */
  readonly mark: string;
  readonly steps: readonly Step[];
}

/** Undefined where neither the code nor a document says that the endpoint is to go. No date is compared with today: the same tree gives the same result on any day. */
export function retirementOf(drift: Drift, endpoint: Endpoint): Retirement | undefined {
  const documented = (drift.described.get(endpoint.id) ?? []).filter(({ operation }) => operation.deprecated === true || operation.sunset !== undefined);
  const sunset = documented.map(({ operation }) => operation.sunset).find((date) => date !== undefined);
  if (!endpoint.deprecated && documented.length === 0) return undefined;
  const files = [...new Set(documented.map(({ document }) => document.path))];
  const where = [...(endpoint.deprecated ? ["in the code"] : []), ...(files.length > 0 ? [`in ${files.join(" and ")}`] : [])].join(" and ");
  const end = sunset === undefined ? "" : sunset === "announced" ? ", its end announced by a Sunset header," : `, its end stated as ${sunset},`;
  return {
    mark: `deprecated ${where}${end}`,
    steps: [
      ...(endpoint.deprecated ? [{ span: endpoint.handler.span, note: "the code marks it as deprecated" }] : []),
      ...documented.map(({ document, operation }) => ({ span: operation.span, note: `${document.path} marks it as deprecated${operation.sunset === undefined ? "" : `, with an end: ${operation.sunset}`}` })),
    ],
  };
}
