import type { Application, Endpoint, GraphqlOperation } from "@muster/contract";
import { columns, count, cut, pad, wrap } from "../text/layout.ts";
import { guardText } from "./guard-text.ts";
import type { Page } from "./page.ts";
import { postureMark } from "./posture-mark.ts";

/** Up to this many endpoints a report lists all of them; past it only those that are not protected. */
const listAll = 60;
/** Endpoints that are not protected, listed per application. */
const listOpen = 40;

/** Endpoints grouped by application, in the order of their paths. */
export function endpointSection(page: Page): string {
  const { result, pen } = page;
  const whole = page.everything || result.endpoints.length <= listAll;
  const title = `${pen.title("ENDPOINTS")}   ${postureMark("protected", pen)} protected  ${postureMark("public", pen)} public  ${postureMark("unknown", pen)} unknown`;
  if (result.endpoints.length === 0) return `${title}\n\n  ${noEndpoints(page)}\n`;
  const byApplication = new Map(result.applications.map((application): [string, Endpoint[]] => [application.id, []]));
  for (const endpoint of result.endpoints) byApplication.get(endpoint.application)?.push(endpoint);
  const blocks = result.applications.map((application) => applicationBlock(application, byApplication.get(application.id) ?? [], whole, page));
  return `${title}\n\n${blocks.join("\n")}`;
}

function applicationBlock(application: Application, endpoints: readonly Endpoint[], whole: boolean, page: Page): string {
  const { pen } = page;
  const facts = [application.title === undefined ? undefined : `"${application.title}"`, application.framework, `${application.span.path}:${application.span.line}`];
  const head = `  ${pen.strong(application.name)}  ${pen.faint(facts.filter((fact) => fact !== undefined).join(" · "))}`;
  const open = whole ? endpoints : endpoints.filter((endpoint) => endpoint.posture !== "protected");
  const shown = whole ? open : open.slice(0, listOpen);
  const left = [
    ...(whole ? [] : [leftOut(endpoints.length - open.length, "protected")]),
    leftOut(open.length - shown.length, whole ? "" : "not protected"),
  ].filter((text) => text !== "");
  const rows = endpointRows(shown, page);
  if (endpoints.length === 0) rows.push(`    ${pen.faint("serves no endpoint that Muster could resolve")}`);
  if (left.length > 0) rows.push(`    ${pen.faint(`${shown.length > 0 ? "and " : ""}${left.join(", ")}: muster inventory lists every one`)}`);
  return `${head}\n${rows.join("\n")}\n`;
}

function leftOut(amount: number, kind: string): string {
  return amount === 0 ? "" : count(amount, `more ${kind}`.trimEnd(), `more ${kind}`.trimEnd());
}

function endpointRows(endpoints: readonly Endpoint[], page: Page): string[] {
  const { pen, width } = page;
  const longestPath = Math.max(8, ...endpoints.map((endpoint) => columns(endpoint.path)));
  const pathWidth = Math.min(longestPath, Math.floor(width * 0.52));
  const methodWidth = Math.max(3, ...endpoints.map((endpoint) => endpoint.method.length));
  return endpoints.map((endpoint) => {
    const path = cut(endpoint.path, Math.max(width - methodWidth - 10, 20));
    const lead = `    ${postureMark(endpoint.posture, pen)} ${pad(endpoint.method, methodWidth)}  `;
    const indent = 4 + 2 + methodWidth + 2;
    const rest = wrap(remark(endpoint), width - indent - pathWidth - 2);
    const limited = rest.length > 2 && !page.everything ? [rest[0] ?? "", `${rest[1] ?? ""} …`] : rest;
    const column = " ".repeat(indent + pathWidth + 2);
    const paint = endpoint.posture === "protected" ? pen.faint : endpoint.posture === "public" ? pen.warn : pen.unsure;
    // A path that is wider than its column has its remark below it.
    const rows = columns(path) > pathWidth ? [`${lead}${path}`, ...limited.map((line) => column + paint(line))] : limited.map((line, index) => (index === 0 ? `${lead}${pad(path, pathWidth)}  ` : column) + paint(line));
    return rows.join("\n");
  });
}

/** `5 operations, 2 public`. */
function operationsText(operations: readonly GraphqlOperation[]): string {
  const open = operations.filter((operation) => operation.posture === "public").length;
  const lost = operations.filter((operation) => operation.posture === "unknown").length;
  return [count(operations.length, "operation"), ...(open > 0 ? [`${open} public`] : []), ...(lost > 0 ? [`${lost} unknown`] : [])].join(", ");
}

function remark(endpoint: Endpoint): string {
  const conditions = endpoint.conditions.map((condition) => `${condition.holds ? "if" : "unless"} ${condition.text}`);
  return [guardText(endpoint), ...conditions, ...(endpoint.deprecated ? ["deprecated"] : []), ...(endpoint.hidden ? ["undocumented"] : []), ...(endpoint.environmentDefault ? ["path from environment default"] : []), ...(endpoint.operations ? [operationsText(endpoint.operations)] : [])].join(" · ");
}

function noEndpoints({ result, pen }: Page): string {
  const ended = result.outcomes.some((outcome) => outcome.status === "failed" && outcome.path === undefined);
  if (ended) return pen.bad("Not analysed: a part of the scan failed, see the summary. This does not mean that there are none.");
  const lost = result.coverage.link.unresolved.length;
  return lost > 0
    ? pen.unsure(`No endpoint was resolved, and ${count(lost, "place")} could not be: see the summary. This does not mean that there are none.`)
    : pen.faint("None: no application of a framework that Muster knows was found.");
}
