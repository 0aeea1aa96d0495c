import type { PeriodReport, PeriodVerdict } from "@muster/contract";
import { hanging, pad } from "../text/layout.ts";
import { createPen, type Pen } from "../text/pen.ts";
import { sanitiseDeep } from "../text/sanitise.ts";
import { hoursText, percentText, periodStatement, periodTitle, publishedText, scanCounts, verdictText } from "./period-text.ts";

/** Deviations and violations that are shown. */
const most = 20;

/** The period on a screen or two: verdicts, what is missing, what failed. The other formats hold everything. Ends with a line break. */
export function renderPeriodTerminal(report: PeriodReport, { colour, width: wanted }: { readonly colour: boolean; readonly width: number }): string {
  const safe = sanitiseDeep(report);
  const pen = createPen(colour);
  const width = Math.max(60, Math.min(wanted, 120));
  const { controls, population, completeness, violations, waivers, triage, sample, limits } = safe;
  const more = (count: number): string[] => (count > most ? [`  ${pen.faint(`and ${count - most} more`)}`] : []);
  const sections = [
    [pen.title(periodTitle(safe)), `  ${pen.faint(periodStatement)}`].join("\n"),
    [pen.title("CONTROLS"), ...controls.map((one) => hanging(`  ${inkOf(one.verdict, pen)(pad(one.control, 14))}${pad(percentText(one.operating), 9)}`, `${verdictText(one)}. ${pen.faint(one.reason)}`, width))].join("\n"),
    [`${pen.title("POPULATION")}   ${population.units.length} states: ${scanCounts(population.units)}`, hanging("  ", pen.faint(population.command), width)].join("\n"),
    [`${pen.title("COMPLETENESS")}   ${completeness.complete ? pen.good("nothing is missing") : pen.warn(`${completeness.deviations.length} deviations`)}`, ...completeness.deviations.slice(0, most).map(({ kind, commit, text }) => hanging(`  ${pen.warn(kind)} `, `${commit === undefined ? "" : `${commit.slice(0, 12)}  `}${text}`, width)), ...more(completeness.deviations.length), ...(completeness.ledger === undefined ? [] : [hanging("  ", pen.faint(publishedText(safe)), width)])].join("\n"),
    violations.length === 0 ? "" : [`${pen.title("VIOLATIONS")}   ${violations.length}`, ...violations.slice(0, most).map((one) => hanging(`  ${pen.bad(pad(one.control, 14))}`, `${one.endpoint ?? "the repository"}: ${one.before === true ? "from before the period" : `since ${one.introduced.slice(0, 12)}`}, ${one.mended === undefined ? "open" : `mended by ${one.mended.slice(0, 12)}`}, ${hoursText(one.hours)}${one.waivedHours > 0 ? `, ${hoursText(one.waivedHours)} of it waived` : ""}`, width)), ...more(violations.length)].join("\n"),
    waivers.length === 0 ? "" : [pen.title("WAIVERS"), ...waivers.map((one) => hanging(`  ${(one.state === "active" ? pen.note : pen.warn)(pad(one.state, 10))}`, `${one.control} on ${one.target} until ${one.until.slice(0, 10)}: ${one.reason}`, width))].join("\n"),
    triage.length === 0 ? "" : [pen.title("TRIAGE"), ...triage.slice(0, most).map((one) => hanging(`  ${(one.state === "active" ? pen.note : pen.warn)(pad(one.state, 10))}`, `${one.finding.slice(0, 12)} ${one.verdict}${one.until === undefined ? "" : ` until ${one.until.slice(0, 10)}`}: ${one.reason}`, width)), ...more(triage.length)].join("\n"),
    `${pen.title("SAMPLE")}   ${sample.commits.length} commits and ${sample.endpoints.length} endpoints, seed ${sample.seed}`,
    limits.map((text) => hanging("  ", pen.faint(text), width)).join("\n"),
  ];
  return `\n${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function inkOf(verdict: PeriodVerdict, pen: Pen): (text: string) => string {
  switch (verdict) {
    case "no deviations noted":
      return pen.good;
    case "deviations noted":
    case "did not operate":
      return pen.bad;
    case "insufficient evidence":
      return pen.unsure;
    default:
      return verdict satisfies never;
  }
}
