import { controlCatalogue, type Control, type PeriodControl, type PeriodReport, type Violation } from "@muster/contract";
import type { Log, ReportingDescriptor, Result, Run, ToolComponent } from "sarif";
import { mappingsOf } from "../controls/mappings.ts";
import { verdictText } from "./period-text.ts";

const owasp = "OWASP API Security Top 10";
const cwe = "CWE";
const criteria = "Trust Services Criteria";

/** The period as SARIF 2.1.0 in its evidence profile: results of every kind, what each is mapped to, what is waived, and whether it is still there. */
export function renderPeriodSarif(report: PeriodReport): string {
  const { period, repository, tool, controls, violations } = report;
  const ofControl = new Map(controlCatalogue.map((control) => [control.id, control]));
  const run: Run = {
    tool: { driver: { name: "Muster", semanticVersion: tool.version, rules: controls.map(({ control }) => ruleOf(ofControl.get(control))).filter((rule) => rule !== undefined) } },
    automationDetails: { id: `muster/period/${period.from}..${period.to}` },
    versionControlProvenance: [{ repositoryUri: `urn:muster:repository:${encodeURIComponent(repository)}`, revisionId: period.to, asOfTimeUtc: period.end }],
    taxonomies: taxonomiesOf(controls.flatMap(({ control }) => ofControl.get(control) ?? [])),
    results: [...controls.map((control, index) => wholeResult(control, index, ofControl.get(control.control))), ...violations.map((violation) => violationResult(violation, controls.findIndex(({ control }) => control === violation.control), ofControl.get(violation.control)))],
    properties: { limits: report.limits },
  };
  const log: Log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}

function ruleOf(control: Control | undefined): ReportingDescriptor | undefined {
  if (control === undefined) return undefined;
  return {
    id: control.id,
    shortDescription: { text: control.statement },
    help: { text: mappingsOf(control).map(({ name, why }) => `${name}: ${why}`).join("\n") || control.statement },
    relationships: taxaOf(control).map(({ id, toolComponent }) => ({ target: { id, toolComponent }, kinds: ["relevant"] })),
  };
}

function taxaOf(control: Control | undefined): { readonly id: string; readonly toolComponent: { readonly name: string } }[] {
  if (control === undefined) return [];
  return [...control.owasp.map(({ id }) => ({ id, toolComponent: { name: owasp } })), ...control.cwe.map(({ id }) => ({ id: String(id), toolComponent: { name: cwe } })), ...control.criteria.map(({ id }) => ({ id, toolComponent: { name: criteria } }))];
}

function taxonomiesOf(controls: readonly Control[]): ToolComponent[] {
  return [
    { name: owasp, version: "2023" },
    { name: cwe, organization: "MITRE" },
    { name: criteria, version: "2017", organization: "AICPA" },
  ].map((taxonomy) => {
    const ids = controls.flatMap((control) => taxaOf(control).filter(({ toolComponent }) => toolComponent.name === taxonomy.name).map(({ id }) => id));
    return { ...taxonomy, taxa: [...new Set(ids)].sort().map((id) => ({ id })) };
  });
}

/** The control as a whole: its verdict. */
function wholeResult(control: PeriodControl, ruleIndex: number, known: Control | undefined): Result {
  const kind = ({ "no deviations noted": "pass", "deviations noted": "fail", "did not operate": "fail", "insufficient evidence": "review" } as const)[control.verdict];
  return { ruleId: control.control, ruleIndex, kind, level: kind === "fail" ? "warning" : "none", message: { text: `${verdictText(control)}. ${control.reason}` }, taxa: taxaOf(known), properties: { ...control.hours, ...(control.operating !== undefined && { operating: control.operating }), ...(control.coverage !== undefined && { coverage: control.coverage }) } };
}

function violationResult({ control, endpoint, introduced, before, mended, hours, waivedHours, from, until }: Violation, ruleIndex: number, known: Control | undefined): Result {
  const name = endpoint ?? "the repository";
  return {
    ruleId: control,
    ruleIndex,
    kind: "fail",
    level: "error",
    message: { text: `${control} failed on ${name} for ${hours.toFixed(1)} hours, ${mended === undefined ? "and still does" : `until ${mended}`}.` },
    locations: [{ logicalLocations: [{ fullyQualifiedName: name, kind: endpoint === undefined ? "module" : "resource" }] }],
    partialFingerprints: { "muster/violation/v1": `${control} ${name} ${introduced}` },
    baselineState: mended !== undefined ? "absent" : before === true ? "unchanged" : "new",
    ...(waivedHours > 0 && { suppressions: [{ kind: "external" as const, status: waivedHours >= hours ? ("accepted" as const) : ("underReview" as const), justification: `${waivedHours.toFixed(1)} of ${hours.toFixed(1)} hours are waived.` }] }),
    taxa: taxaOf(known),
    properties: { introduced, from, ...(mended !== undefined && { mended }), ...(until !== undefined && { until }), hours, waivedHours },
  };
}
