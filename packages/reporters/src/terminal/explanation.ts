import type { Endpoint, Guard, ScanResult, Step } from "@muster/contract";
import { codeFrame } from "../code/code-frame.ts";
import { hanging } from "../text/layout.ts";
import { nameGuard } from "./guard-text.ts";
import { createPage, type Page, type TerminalOptions } from "./page.ts";
import { postureMark } from "./posture-mark.ts";
import { severityBadge } from "./severity-badge.ts";

/** The whole proof of one endpoint with its code: posture, each guard, controls and findings. Ends with a line break. */
export function renderExplanation(result: ScanResult, endpointId: string, options: Omit<TerminalOptions, "everything">): string {
  const page = createPage(result, { ...options, everything: true });
  const endpoint = page.result.endpoints.find((candidate) => candidate.id === endpointId);
  if (endpoint === undefined) throw new Error(`The scan has no endpoint with the id ${endpointId}. Take ids from the endpoints of the same result.`);
  const sections = [heading(endpoint, page), proofSection(endpoint, page), ...endpoint.guards.map((guard, index) => guardSection(guard, index, endpoint, page)), verdictSection(endpoint, page)];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading(endpoint: Endpoint, page: Page): string {
  const { pen, result, width } = page;
  const application = result.applications.find((candidate) => candidate.id === endpoint.application);
  const row = (label: string, text: string): string => hanging(`  ${pen.faint(label.padEnd(11))} `, text, width);
  return [
    `${postureMark(endpoint.posture, pen)} ${pen.title(`${endpoint.method} ${endpoint.path}`)}  ${endpoint.posture}`,
    "",
    ...(endpoint.reason === undefined ? [] : [row("because", pen.unsure(endpoint.reason))]),
    row("handler", `${endpoint.handler.symbol}  ${pen.place(`${endpoint.handler.span.path}:${endpoint.handler.span.line}`)}`),
    ...(application === undefined ? [] : [row("application", `${application.name}  ${pen.place(`${application.span.path}:${application.span.line}`)}`)]),
    ...(endpoint.parameters.length > 0 ? [row("parameters", endpoint.parameters.map((parameter) => `${parameter.name} (${parameter.in}${parameter.required ? "" : ", optional"})`).join(", "))] : []),
    ...endpoint.conditions.map((condition) => row(condition.holds ? "only if" : "unless", `${condition.text}  ${pen.place(`${condition.span.path}:${condition.span.line}`)}`)),
    ...(endpoint.environmentDefault ? [row("path", "from environment default: the environment may replace it")] : []),
    ...(endpoint.operations ?? []).map((operation) => row(operation.kind, `${operation.name} ${operation.posture}  ${pen.place(`${operation.handler.span.path}:${operation.handler.span.line}`)}`)),
    ...(endpoint.deprecated || endpoint.hidden ? [row("marks", [...(endpoint.deprecated ? ["deprecated"] : []), ...(endpoint.hidden ? ["left out of the API document"] : [])].join(", "))] : []),
  ].join("\n");
}

function proofSection(endpoint: Endpoint, page: Page): string {
  return `${page.pen.title(`WHY IT IS ${endpoint.posture.toUpperCase()}`)}\n\n${stepsText(endpoint.proof, page)}`;
}

function stepsText(steps: readonly Step[], page: Page): string {
  const { pen, width } = page;
  return steps
    .map((step, index) => {
      const label = `  ${pen.faint(`${index + 1}.`.padStart(3))} `;
      const frame = codeFrame(step.span, page.lines, { pen, width: width - 8, around: 1 });
      const code = frame.length > 0 ? frame : [pen.faint("(the code of this place cannot be shown)")];
      return [hanging(label, pen.strong(step.note), width), `      ${pen.place(`${step.span.path}:${step.span.line}:${step.span.column}`)}`, ...code.map((line) => `      ${line}`)].join("\n");
    })
    .join("\n\n");
}

function guardSection(guard: Guard, index: number, endpoint: Endpoint, page: Page): string {
  const { pen, width } = page;
  const told = { rejects: pen.good("rejects callers without a valid credential"), optional: pen.warn("lets callers without a credential pass with an empty principal"), none: pen.warn("lets every caller pass"), unknown: pen.unsure("not decided") }[guard.verdict];
  const facts = [`${guard.via} on the ${guard.layer}`, ...(guard.environmentDefault ? ["from environment default"] : []), ...(guard.credentials.length > 0 ? [guard.credentials.join(" or ")] : []), ...(guard.reason === undefined ? [] : [guard.reason])];
  const title = `${pen.title(`GUARD ${index + 1} OF ${endpoint.guards.length}`)}  ${pen.strong(nameGuard(guard))}  ${told}`;
  // The steps that the endpoint's own proof already shows are not shown again.
  const repeated = guard.proof.every((step) => endpoint.proof.some((known) => known.note === step.note && known.span.path === step.span.path && known.span.line === step.span.line));
  const body = repeated ? `  ${pen.faint("Its steps are part of the proof above.")}` : stepsText(guard.proof, page);
  return `${title}\n${hanging("  ", pen.faint(`${guard.name} · ${facts.join(" · ")}`), width)}\n\n${body}`;
}

function verdictSection(endpoint: Endpoint, page: Page): string {
  const { pen, result, width } = page;
  const controls = result.results
    .filter((item) => item.endpoint === endpoint.id)
    .map((item) => {
      const word = item.status.replaceAll("_", " ");
      const paint = item.status === "pass" ? pen.good : item.status === "fail" ? pen.bad : item.status === "not_applicable" ? pen.faint : pen.unsure;
      return hanging(`  ${item.control.padEnd(14)} ${paint(word.padEnd(15))} `, item.reason, width);
    });
  const findings = result.findings.filter((finding) => finding.endpoint === endpoint.id).map((finding) => hanging(`  ${severityBadge(finding.severity, pen)}  `, `${finding.message} ${pen.faint(`(${finding.rule})`)}`, width));
  return [...(controls.length > 0 ? [`${pen.title("CONTROLS")}\n\n${controls.join("\n")}`] : []), ...(findings.length > 0 ? [`${pen.title("FINDINGS")}\n\n${findings.join("\n")}`] : [])].join("\n\n");
}
