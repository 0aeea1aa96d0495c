import type { ControlStatus, ScanResult } from "@muster/contract";
import { controlMatrix, isOpen, type ControlMatrix, type MatrixRow } from "../controls/control-matrix.ts";
import { lookOf, statusLooks } from "../controls/control-status.ts";
import { mappingsOf } from "../controls/mappings.ts";
import { columns as columnsOf, count, cut, figure, hanging, pad } from "../text/layout.ts";
import { createPage, type Page, type TerminalOptions } from "./page.ts";

/** Up to this many endpoints all are listed; past it only those with a cell to look at, up to as many. */
const listAll = 60;

/** Every control on every endpoint, what holds for the repository, and what each control is mapped to and why. Ends with a line break. */
export function renderControls(result: ScanResult, options: TerminalOptions): string {
  const page = createPage(result, options);
  const matrix = controlMatrix(page.result);
  const sections = [matrixSection(matrix, page), repositorySection(matrix, page), tallySection(matrix, page), mappingSection(page), limitSection(page)];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

export function paintStatus(status: ControlStatus, text: string, { pen }: Pick<Page, "pen">): string {
  switch (status) {
    case "pass":
      return pen.good(text);
    case "fail":
      return pen.bad(text);
    case "indeterminate":
    case "error":
      return pen.unsure(text);
    case "not_applicable":
      return pen.faint(text);
    default:
      return status satisfies never;
  }
}

function matrixSection(matrix: ControlMatrix, page: Page): string {
  const { result, pen } = page;
  const legend = statusLooks.map(({ status, mark, word }) => `${paintStatus(status, mark, page)} ${word}`).join("  ");
  const title = `${pen.title("CONTROLS")}   ${legend}`;
  if (matrix.rows.length === 0) return `${title}\n\n  ${pen.faint("No endpoint was found: there is no row to show.")}`;
  const whole = page.everything || matrix.rows.length <= listAll;
  const open = whole ? matrix.rows : matrix.rows.filter(isOpen);
  const shown = whole ? open : open.slice(0, listAll);
  const methodWidth = Math.max(3, ...shown.map(({ endpoint }) => endpoint.method.length));
  const room = page.width - methodWidth - 8 - 2 * matrix.columns.length;
  const pathWidth = Math.max(20, Math.min(room, Math.max(8, ...shown.map(({ endpoint }) => columnsOf(endpoint.path)))));
  const groups = Map.groupBy(shown, ({ endpoint }) => endpoint.application);
  const blocks = result.applications.flatMap((application) => {
    const rows = groups.get(application.id) ?? [];
    return rows.length === 0 ? [] : [[`  ${pen.strong(application.name)}`, ...rows.map((row) => rowText(row, methodWidth, pathWidth, page))].join("\n")];
  });
  const left = [
    ...(whole ? [] : [`${count(matrix.rows.length - open.length, "endpoint")} with nothing to look at`]),
    ...(open.length > shown.length ? [`${figure(open.length - shown.length)} more with something to look at`] : []),
  ];
  return [title, "", ...stairs(matrix, 4 + methodWidth + 2 + pathWidth + 2, page), ...blocks, ...(left.length > 0 ? ["", `  ${pen.faint(`not shown: ${left.join(", ")}. --all lists every one.`)}`] : [])].join("\n");
}

/** The names of the columns, each on a line of its own above its column. */
function stairs({ columns }: ControlMatrix, indent: number, { pen }: Page): readonly string[] {
  return columns.map(({ id }, index) => `${" ".repeat(indent)}${pen.faint("│ ".repeat(index))}${pen.faint("┌")} ${id}`);
}

function rowText({ endpoint, cells }: MatrixRow, methodWidth: number, pathWidth: number, page: Page): string {
  return `    ${pad(endpoint.method, methodWidth)}  ${pad(cut(endpoint.path, pathWidth), pathWidth)}  ${cells.map(({ status }) => paintStatus(status, lookOf(status).mark, page)).join(" ")}`;
}

function repositorySection({ repository }: ControlMatrix, page: Page): string {
  if (repository.length === 0) return "";
  const width = Math.max(...repository.map(({ control }) => control.id.length));
  const rows = repository.flatMap(({ control, results }) => results.map(({ status, reason }) => hanging(`  ${control.id.padEnd(width)}  ${paintStatus(status, lookOf(status).word.padEnd(14), page)}  `, reason, page.width)));
  return `${page.pen.title("OF THE REPOSITORY")}\n\n${rows.join("\n")}`;
}

function tallySection({ tallies }: ControlMatrix, page: Page): string {
  const width = Math.max(0, ...tallies.map(({ control }) => control.id.length));
  return `${page.pen.title("COUNTED")}\n\n${tallies.map(({ control, counts }) => `  ${control.id.padEnd(width)}  ${tallyText(counts, page)}`).join("\n")}`;
}

/** `1 fail · 3 pass`. */
export function tallyText(counts: ReadonlyMap<ControlStatus, number>, page: Pick<Page, "pen">): string {
  const parts = statusLooks.flatMap(({ status, word }) => {
    const amount = counts.get(status) ?? 0;
    return amount === 0 ? [] : [paintStatus(status, `${figure(amount)} ${word}`, page)];
  });
  return parts.length === 0 ? page.pen.faint("no result") : parts.join(page.pen.faint(" · "));
}

function mappingSection({ result, pen, width }: Page): string {
  const blocks = result.controls.map((control) => [hanging(`  ${pen.strong(control.id)}  `, control.statement, width), ...mappingsOf(control).map(({ name, why }) => hanging(`    ${pen.faint(name.padEnd(15))} `, why, width))].join("\n"));
  return `${pen.title("WHAT THEY ARE MAPPED TO, AND WHY")}\n\n${blocks.join("\n")}`;
}

function limitSection({ result, pen, width }: Page): string {
  return `${pen.title("LIMITS")}\n\n${result.limits.map((text) => hanging("  ", pen.faint(text), width)).join("\n")}`;
}
