import type { PeriodReport } from "@muster/contract";
import { predicateTypeOf, statementType, type Statement } from "../envelope/statement.ts";

/** The kind of such records. */
export const periodReportType = "period-report";

/** What is kept of a period report: its bounds and verdicts, and the digests of the report and of its population. */
export function periodStatement({ repository, period, population, completeness, controls, tool }: PeriodReport, digests: { readonly report: string; readonly population: string }): Statement {
  return {
    _type: statementType,
    subject: [
      { name: repository, digest: { gitCommit: period.to } },
      { name: "report.json", digest: { sha256: digests.report } },
      { name: "population.csv", digest: { sha256: digests.population } },
    ],
    predicateType: predicateTypeOf(periodReportType),
    predicate: { tool, period, units: population.units.length, complete: completeness.complete, verdicts: Object.fromEntries(controls.map(({ control, verdict }) => [control, verdict])) },
  };
}
