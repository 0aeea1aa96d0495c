import type { Control, ControlResult, Endpoint, ScanResult } from "@muster/contract";
import { controlMatrix } from "../controls/control-matrix.ts";
import { sanitise } from "../text/sanitise.ts";
import { csvCell } from "./csv-cell.ts";

const header = ["control", "application", "method", "path", "status", "reason", "posture", "handler", "file", "line", "owasp", "cwe", "criteria", "endpoint", "waived", "commit"];

/** A line for every control on every endpoint, then those of the repository (their method and path are empty). RFC 4180: lines end with CRLF. */
export function renderCsv(result: ScanResult): string {
  const { columns, rows, repository } = controlMatrix(result);
  const applications = new Map(result.applications.map(({ id, name }) => [id, name]));
  const { commit = "" } = result.target;
  const waived = waivedOf(result);
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
      waived(control.id, endpoint?.id),
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

/** Why findings that bear on a result are waived, by whom and until when; the result itself stays as it is. */
function waivedOf({ waived, rules }: ScanResult): (control: string, endpoint: string | undefined) => string {
  const controlsOf = new Map(rules.map(({ id, controls }) => [id, controls]));
  const texts = Map.groupBy(
    waived.flatMap(({ rule, endpoint, waiver: { reason, owner, expires } }) => (controlsOf.get(rule) ?? []).map((control) => ({ key: JSON.stringify([control, endpoint]), text: `${reason} (${owner}, until ${expires})` }))),
    ({ key }) => key,
  );
  return (control, endpoint) => [...new Set(texts.get(JSON.stringify([control, endpoint]))?.map(({ text }) => text))].join("; ");
}
