import { createHash } from "node:crypto";
import type { Json, PeriodControl, PeriodReport, Violation } from "@muster/contract";
import { periodStatement, periodTitle, verdictText } from "./period-text.ts";

/** OSCAL assessment results 1.1.3. What a verdict other than "no deviations noted" stands for is not satisfied. */
export function renderPeriodOscal(report: PeriodReport): string {
  const { period, repository, tool, controls, violations, limits } = report;
  const id = (...parts: readonly string[]): string => uuid([repository, period.from, period.to, tool.version, ...parts]);
  const observation = (control: PeriodControl): Json => ({
    uuid: id("observation", control.control),
    title: `${control.control} over the period`,
    description: `${verdictText(control)}. ${control.reason}`,
    methods: [control.control === "EXC-01" || control.control === "CHG-01" ? "EXAMINE" : "TEST"],
    types: ["control-objective"],
    collected: period.end,
    props: propsOf(control),
    ...evidenceOf(violations.filter((violation) => violation.control === control.control)),
  });
  const finding = (control: PeriodControl): Json => ({
    uuid: id("finding", control.control),
    title: control.control,
    description: `${control.statement}: ${verdictText(control)}.`,
    target: { type: "objective-id", "target-id": control.control, status: { state: control.verdict === "no deviations noted" ? "satisfied" : "not-satisfied", reason: control.verdict === "insufficient evidence" ? "other" : control.verdict === "no deviations noted" ? "pass" : "fail", remarks: control.reason } },
    "related-observations": [{ "observation-uuid": id("observation", control.control) }],
  });
  const document: Json = {
    "assessment-results": {
      uuid: id("results"),
      metadata: { title: periodTitle(report), "last-modified": period.end, version: tool.version, "oscal-version": "1.1.3", remarks: `${periodStatement} ${limits.join(" ")}` },
      "import-ap": { href: "#", remarks: "There is no assessment plan as a document: Muster's control catalogue is the plan." },
      results: [
        {
          uuid: id("result"),
          title: periodTitle(report),
          description: `The first-parent line from ${period.from} to ${period.to}, listed by: ${report.population.command}`,
          start: period.start,
          end: period.end,
          "reviewed-controls": { "control-selections": [{ "include-controls": controls.map(({ control }) => ({ "control-id": control })) }] },
          observations: controls.map(observation),
          findings: controls.map(finding),
        },
      ],
    },
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

function propsOf({ operating, operatingWithWaivers, coverage, hours, criteria }: PeriodControl): Json {
  const figures: readonly (readonly [string, number | undefined])[] = [["operating-percent", operating], ["operating-with-waivers-percent", operatingWithWaivers], ["coverage-percent", coverage], ["hours-in-scope", hours.inScope], ["hours-waived", hours.waived]];
  return [...figures.flatMap(([name, value]) => (value === undefined ? [] : [{ name, ns: namespace, value: value.toFixed(3) }])), ...criteria.map((criterion) => ({ name: "supports", ns: namespace, value: criterion.id, remarks: criterion.why }))];
}

/** Arrays of OSCAL are never empty. */
function evidenceOf(violations: readonly Violation[]): { readonly [key: string]: Json } {
  if (violations.length === 0) return {};
  return { "relevant-evidence": violations.map(({ endpoint, introduced, mended, hours, waivedHours }) => ({ description: `${endpoint ?? "The repository"}: introduced by ${introduced}, ${mended === undefined ? "open" : `mended by ${mended}`}; ${hours.toFixed(1)} hours, ${waivedHours.toFixed(1)} of them waived.` })) };
}

const namespace = "urn:muster:oscal";

/** The same for the same parts: a UUID of version 5's form (RFC 9562 §5.5), over SHA-256. */
function uuid(parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
