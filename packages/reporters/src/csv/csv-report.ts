import type { Control, ControlResult, Endpoint, ScanResult } from "@muster/contract";
import { controlMatrix } from "../controls/control-matrix.ts";
import { sanitise } from "../text/sanitise.ts";
import { csvCell } from "./csv-cell.ts";

const header = ["control", "application", "method", "path", "status", "reason", "posture", "handler", "file", "line", "owasp", "cwe", "criteria", "endpoint", "commit"];

/** A line for every control on every endpoint, then those of the repository (their method and path are empty). RFC 4180: lines end with CRLF. */
export function renderCsv(result: ScanResult): string {
  const { columns, rows, repository } = controlMatrix(result);
  const applications = new Map(result.applications.map(({ id, name }) => [id, name]));
  const { commit = "" } = result.target;
  const line = (control: Control, item: ControlResult, endpoint?: Endpoint): string => {
    const place = item.span ?? endpoint?.span;
    return [
      control.id,
      applications.get(endpoint?.application ?? "") ?? "",
      endpoint?.method ?? "",
      endpoint?.path ?? "",
      item.status,
      item.reason,
      endpoint?.posture ?? "",
      endpoint?.handler.symbol ?? "",
      place?.path ?? "",
      place === undefined ? "" : String(place.line),
      control.owasp.map(({ id }) => id).join(" "),
      control.cwe.map(({ id }) => `CWE-${id}`).join(" "),
      control.criteria.map(({ id }) => id).join(" "),
      endpoint?.id ?? "",
      commit,
    ]
      .map((cell) => csvCell(sanitise(cell)))
      .join(",");
  };
  const lines = [
    header.join(","),
    ...rows.flatMap(({ endpoint, cells }) => columns.flatMap((control, index) => (cells[index] === undefined ? [] : [line(control, cells[index], endpoint)]))),
    ...repository.flatMap(({ control, results }) => results.map((item) => line(control, item))),
  ];
  return `${lines.join("\r\n")}\r\n`;
}
