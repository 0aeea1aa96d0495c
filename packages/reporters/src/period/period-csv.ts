import type { PeriodReport } from "@muster/contract";
import { csvCell } from "../csv/csv-cell.ts";

/** The whole population, a line for each state of the branch (RFC 4180): what an auditor compares with git's own list. */
export function renderPeriodCsv({ population, sample }: PeriodReport): string {
  const sampled = new Set(sample.commits);
  const rows = [
    ["commit", "tree", "author", "from", "clock", "scan", "scanned at", "record", "analysed", "in the sample"],
    ...population.units.map(({ commit, tree, author = "", at, clock, scan, scannedAt = "", sequence, status }) => [commit, tree, author, at, clock, scan, scannedAt, sequence === undefined ? "" : String(sequence), status, sampled.has(commit) ? "yes" : ""]),
  ];
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
