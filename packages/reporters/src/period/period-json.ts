import type { PeriodReport } from "@muster/contract";

/** As `schemas/period-report.schema.json` describes it. */
export function renderPeriodJson(report: PeriodReport): string {
  return `${JSON.stringify(report, undefined, 1)}\n`;
}
