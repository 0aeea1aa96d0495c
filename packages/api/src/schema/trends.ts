import { controlCounts, readTrend, type ControlCounts, type TrendPoint } from "@muster/store";
import type { Domain } from "./domain.ts";
import { InputError } from "./errors.ts";
import { given } from "./given.ts";

const mostPoints = 100;

/** How postures, findings and controls went on, in one repository or in all. */
export function addTrends({ builder, refs }: Domain): void {
  const counts = builder.objectRef<ControlCounts>("ControlCounts").implement({
    description: "What a control came to in several scans together.",
    fields: (t) => ({
      control: t.exposeString("control"),
      passed: t.exposeInt("passed"),
      failed: t.exposeInt("failed"),
      notApplicable: t.exposeInt("notApplicable"),
      indeterminate: t.exposeInt("indeterminate"),
      errors: t.exposeInt("errors"),
    }),
  });
  const point = builder.objectRef<TrendPoint>("TrendPoint").implement({
    description: "What there was at one moment: the sum over repositories of what the newest scanned commit of the main ref came to.",
    fields: (t) => ({
      at: t.field({ type: "DateTime", resolve: ({ at }) => at }),
      repositories: t.int({ description: "How many had a result then; others count nothing.", resolve: ({ scans }) => scans.length }),
      endpoints: t.field({ type: refs.postureTotals, resolve: ({ endpoints }) => endpoints }),
      findings: t.field({ type: refs.severityTotals, description: "Those that no waiver of the configuration covered.", resolve: ({ findings }) => findings }),
      controls: t.field({ type: [counts], complexity: { field: 20, multiplier: 15 }, resolve: async ({ scans }, args, { run }) => [...(await run((rows) => controlCounts(rows, scans)))] }),
    }),
  });
  builder.queryFields((t) => ({
    trend: t.field({
      type: [point],
      description: "Evenly spread moments after `from`, the last of which is `to`. Commits count by their own time, once they were scanned.",
      complexity: ({ points }) => ({ field: 100, multiplier: points }),
      args: {
        repositories: t.arg.globalIDList({ for: [refs.repository] }),
        from: t.arg({ type: "DateTime", required: true }),
        to: t.arg({ type: "DateTime", description: "By default now." }),
        points: t.arg.int({ required: true, defaultValue: 30 }),
      },
      resolve: async (_, { repositories, from, to, points }, { run }) => {
        const end = to ?? new Date();
        if (points < 1 || points > mostPoints) throw new InputError(`A trend has from 1 to ${mostPoints} points.`);
        if (from.getTime() >= end.getTime()) throw new InputError("A trend begins before it ends: from, then to.");
        return [...(await run((rows) => readTrend(rows, { from, to: end, points, ...given({ repositories: repositories?.map(({ id }) => Number(id)) }) })))];
      },
    }),
  }));
}
