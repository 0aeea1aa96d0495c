import type { Run } from "./run-plugins.ts";

/** All that a run says, as text that is the same exactly when the run says the same. */
export function outlineOf(run: Run): string {
  return JSON.stringify(
    {
      applications: run.applications,
      endpoints: run.endpoints,
      coverage: run.models.map((model) => model.coverage),
      // The host sorts these: the order in which rules report is free.
      results: run.results.map((result) => JSON.stringify(result)).toSorted(),
      findings: run.said.map(({ rule, message, text, report }) => JSON.stringify({ rule, message, text, report })).toSorted(),
      traces: run.models.flatMap((model) => model.endpoints.map((endpoint) => shared(model.trace(endpoint.id)))),
    },
    undefined,
    1,
  );
}

/** A trace is a graph: what it shares is written once, or it would grow beyond all bounds. */
function shared(trace: object | undefined): unknown {
  const seen = new Map<object, number>();
  return JSON.parse(
    JSON.stringify(trace ?? null, (_, value: unknown) => {
      if (typeof value !== "object" || value === null) return value;
      const before = seen.get(value);
      if (before !== undefined) return `→${before}`;
      seen.set(value, seen.size);
      return value;
    }),
  );
}
