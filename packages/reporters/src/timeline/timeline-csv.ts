import type { Stretch, Timeline } from "@muster/contract";
import { csvCell } from "../csv/csv-cell.ts";

/** What came and went, a line for each: endpoints, findings, and results of controls other than a pass (RFC 4180). */
export function renderTimelineCsv({ commits, endpoints, findings, results }: Timeline): string {
  const authors = new Map(commits.map(({ commit, author, committedAt }) => [commit, { author: author ?? "", at: committedAt }]));
  const names = new Map(endpoints.map(({ id, method, path }) => [id, `${method} ${path}`]));
  const stretch = ({ introduced, before, mended }: Stretch): string[] => [introduced, before === true ? "before" : "", authors.get(introduced)?.author ?? "", authors.get(introduced)?.at ?? "", mended ?? "", authors.get(mended ?? "")?.author ?? "", authors.get(mended ?? "")?.at ?? ""];
  const rows = [
    ["kind", "name", "of", "severity", "place", "introduced", "was there", "introduced by", "committed at", "mended", "mended by", "committed at"],
    ...endpoints.map((one) => ["endpoint", `${one.method} ${one.path}`, one.application, "", one.handler, ...stretch(one)]),
    ...findings.map((one) => ["finding", one.rule, names.get(one.endpoint ?? "") ?? "", one.severity, `${one.path}:${one.line}`, ...stretch(one)]),
    ...results.map((one) => [one.status, one.control, one.endpoint === undefined ? "repository" : (names.get(one.endpoint) ?? one.endpoint), "", "", ...stretch(one)]),
  ];
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
