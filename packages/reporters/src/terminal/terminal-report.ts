import type { ScanResult } from "@muster/contract";
import { reaches, type Threshold } from "../severity.ts";
import { count } from "../text/layout.ts";
import { endpointSection } from "./endpoint-section.ts";
import { findingSection } from "./finding-section.ts";
import { createPage, type Page, type TerminalOptions } from "./page.ts";
import { suppressedSection } from "./suppressed-section.ts";
import { summarySection } from "./summary-section.ts";

/** The report for people: endpoints (unless secrets alone were looked for), findings, summary and verdict. Ends with a line break. */
export function renderTerminal(result: ScanResult, options: TerminalOptions & { readonly failOn: Threshold; readonly subject?: "secrets" }): string {
  const page = createPage(result, options);
  const sections = [heading(page), options.subject === "secrets" ? "" : endpointSection(page), findingSection(page), suppressedSection(page), summarySection(page, options.subject), verdict(page, options.failOn, options.subject)];
  return `\n${sections.filter((section) => section !== "").join("\n")}\n`;
}

/** The endpoints alone. Lists every one. */
export function renderInventory(result: ScanResult, options: Omit<TerminalOptions, "everything">): string {
  const page = createPage(result, { ...options, everything: true });
  return `\n${[heading(page), endpointSection(page), summarySection({ ...page, everything: false }, "inventory")].join("\n")}\n`;
}

function heading({ result, pen }: Page): string {
  const { name, commit, dirty } = result.target;
  const state = commit === undefined ? "" : ` at commit ${commit.slice(0, 12)}${dirty === true ? ", with changes" : ""}`;
  return `${pen.title(`muster ${result.tool.version}`)}  ${pen.strong(name)}${pen.faint(state)}\n`;
}

/** One line that says how the scan stands against the threshold. */
function verdict({ result, pen }: Page, failOn: Threshold, subject?: "secrets"): string {
  const failing = result.findings.filter((finding) => reaches(finding, failOn)).length;
  const below = result.findings.length - failing;
  const limit = failOn === "critical" || failOn === "none" ? failOn : `${failOn} or above`;
  const found = failOn === "none" ? "No threshold is set" : failing === 0 ? `No finding at ${limit}` : `${count(failing, "finding")} at ${limit}`;
  if (result.status === "partial") return pen.bad(`✗ The scan is not complete: the summary says what is missing. ${found}.`);
  if (failing > 0) return pen.bad(`✗ ${found}.`);
  const unknown = result.endpoints.filter((endpoint) => endpoint.posture === "unknown").length;
  const rest = [result.endpoints.length === 0 && subject !== "secrets" ? "no endpoint was found" : "", below > 0 ? `${count(below, "finding")} below it` : "", unknown > 0 ? `${count(unknown, "endpoint")} of unknown posture` : ""].filter((text) => text !== "");
  return pen.good(`✓ ${[found, ...rest].join("; ")}.`);
}
