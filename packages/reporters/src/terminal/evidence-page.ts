import type { BroughtStep, EndpointEvidence, EvidenceControl } from "@muster/contract";
import { hanging } from "../text/layout.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { postureMark } from "./posture-mark.ts";
import { lookOf } from "../controls/control-status.ts";

export interface EvidencePageOptions {
  readonly colour: boolean;
  readonly width: number;
}

/** Steps of one proof that are shown: the last ones, where the decision falls. */
const mostSteps = 3;

/** The auditor's question on one screen: who is let in, where ownership is checked, who brought it, what signs it. Ends with a line break. */
export function renderEvidence(evidence: EndpointEvidence, { colour, width: wanted }: EvidencePageOptions): string {
  const safe = sanitiseDeep(evidence);
  const pen = createPen(colour);
  const width = Math.max(60, Math.min(wanted, 120));
  const ownership = safe.controls.find(({ control }) => control === "AUTHZ-OBJ-01");
  const others = safe.controls.filter((one) => one !== ownership);
  const sections = [
    heading(safe, pen, width),
    letIn(safe, pen, width),
    ownership === undefined ? `${pen.title("OWNERSHIP")}\n  No object that a caller chooses is changed here, as far as the code was followed.` : [`${pen.title("OWNERSHIP")}   ${statusText(ownership, pen)}`, hanging("  ", ownership.reason, width), ...steps(ownership.steps, pen, width)].join("\n"),
    others.length === 0 ? "" : [pen.title("OTHER CONTROLS"), ...others.map((control) => hanging(`  ${control.control.padEnd(12)} ${statusText(control, pen)} `, `${control.reason} ${pen.faint(supports(control))}`, width))].join("\n"),
    signed(safe, pen, width),
    safe.limits.map((text) => hanging("  ", pen.faint(text), width)).join("\n"),
  ];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function heading({ endpoint, repository, commit, at }: EndpointEvidence, pen: Pen, width: number): string {
  return [`${pen.title(`${endpoint.method} ${endpoint.path}`)}   ${pen.strong(repository)} at ${commit.slice(0, 12)}`, hanging("  ", pen.faint(`${endpoint.handler} of ${endpoint.application}${at === undefined ? "" : ` · ${at}`}`), width)].join("\n");
}

function letIn({ posture, reason, guards, proof }: EndpointEvidence, pen: Pen, width: number): string {
  const who = { protected: "callers with a valid credential", public: "everybody", unknown: `not decided: ${reason ?? ""}` }[posture];
  const rows = guards.filter(({ verdict }) => verdict !== "none").flatMap(({ name, verdict, requires, place }) => [hanging("  ", `${pen.strong(name.split(".").at(-1) ?? name)} ${verdict}${requires.length > 0 ? `: asks for ${requires.join(", ")}` : ""}  ${placeText(place, pen)}`, width)]);
  return [`${pen.title("WHO IS LET IN")}   ${postureMark(posture, pen)} ${who}`, ...rows, ...steps(proof, pen, width)].join("\n");
}

function steps(all: readonly BroughtStep[], pen: Pen, width: number): string[] {
  const shown = all.slice(-mostSteps);
  return [...(all.length > shown.length ? [`    ${pen.faint("… muster explain shows the whole proof")}`] : []), ...shown.map((step) => hanging("    ", `${step.note}  ${placeText(step, pen)}`, width))];
}

function placeText({ span, brought }: BroughtStep, pen: Pen): string {
  const by = brought === undefined ? "" : pen.faint(`  since ${brought.commit.slice(0, 12)}, ${brought.committedAt.slice(0, 10)}${brought.author === undefined ? "" : ` by ${brought.author}`}`);
  return `${pen.place(`${span.path}:${span.line}`)}${by}`;
}

function statusText({ status }: EvidenceControl, pen: Pen): string {
  const { mark, word } = lookOf(status);
  return (status === "pass" ? pen.good : status === "fail" ? pen.bad : pen.unsure)(`${mark} ${word}`);
}

function supports({ criteria }: EvidenceControl): string {
  return criteria.length === 0 ? "" : `(supports ${criteria.map(({ id }) => id).join(", ")})`;
}

function signed({ record }: EndpointEvidence, pen: Pen, width: number): string {
  if (record === undefined) return [pen.title("SIGNED PROOF"), hanging("  ", pen.warn("None: no ledger was named that holds a scan of this commit. muster scan --ledger keeps one."), width)].join("\n");
  return [
    `${pen.title("SIGNED PROOF")}   record ${record.sequence} of ${pen.strong(record.ledger)}, written ${record.recordedAt}`,
    hanging("  ", `result ${record.resultSha256}`, width),
    hanging("  ", pen.faint("--format json gives the record, its proof and its checkpoint; muster bundle and verify.py check them without Muster."), width),
  ].join("\n");
}
