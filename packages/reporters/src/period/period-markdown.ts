import type { PeriodReport } from "@muster/contract";
import { markdownCode, markdownTable, markdownText } from "../markdown/markdown-text.ts";
import { hoursText, percentText, periodStatement, periodTitle, publishedText, scanCounts, verdictText } from "./period-text.ts";

/** The period report as Markdown: verdicts, completeness, exceptions, waivers, changes, sample, limits. */
export function renderPeriodMarkdown(report: PeriodReport): string {
  const { period, population, completeness, controls, violations, waivers, triage, changes, sample, limits } = report;
  const short = (commit: string | undefined): string => (commit === undefined ? "" : markdownCode(commit.slice(0, 12)));
  const sections = [
    `# ${markdownText(periodTitle(report))}`,
    `${periodStatement} From ${short(period.from)} (${period.start}) to ${short(period.to)} (${period.end}), by Muster ${markdownText(report.tool.version)}.`,
    `## Controls\n\n${markdownTable(["control", "verdict", "operating", "with waivers", "coverage", "why", "supports"], controls.map((control) => [control.control, verdictText(control), percentText(control.operating), percentText(control.operatingWithWaivers), percentText(control.coverage), markdownText(`${control.reason}${control.since === undefined ? "" : ` Judged since ${control.since.slice(0, 12)}.`}`), control.criteria.map(({ id }) => id).join(", ")]))}`,
    `## Population\n\n${population.units.length} states of the branch: ${scanCounts(population.units)}. They are listed by\n\n\`\`\`sh\n${population.command.replaceAll("`", "")}\n\`\`\``,
    `## Completeness\n\n${completeness.complete ? "Nothing is missing: pushes form a chain, each state was scanned in time, and the ledger was written to on each day." : completeness.deviations.map(({ kind, commit, text }) => `- ${kind}${commit === undefined ? "" : ` ${short(commit)}`}: ${markdownText(text)}`).join("\n")}${completeness.ledger === undefined ? "" : `\n\nLedger ${markdownCode(completeness.ledger.name)} with ${completeness.ledger.size} records, root ${markdownCode(completeness.ledger.root)}; ${completeness.pushes} pushes. ${markdownText(publishedText(report))}`}`,
    `## Violations\n\n${violations.length === 0 ? "None." : markdownTable(["control", "on", "introduced", "by", "mended", "by", "time to remediate", "waived"], violations.map((one) => [one.control, one.endpoint === undefined ? "the repository" : markdownCode(one.endpoint), one.before === true ? "before the period" : short(one.introduced), one.introducedBy ?? "", one.mended === undefined ? "open" : short(one.mended), one.mendedBy ?? "", `${hoursText(one.hours)}${one.until === undefined ? " so far" : ""}`, hoursText(one.waivedHours)]))}`,
    `## Waivers\n\n${waivers.length === 0 ? "None." : markdownTable(["control", "for", "state", "approved", "until", "requester", "approver", "why", "meanwhile", "waived", "record"], waivers.map((one) => [one.control, markdownCode(one.target), one.state, one.approvedAt.slice(0, 10), one.until.slice(0, 10), one.requester, one.approver, markdownText(one.reason), markdownText(one.compensating), hoursText(one.waivedHours), String(one.sequence)].map((cell, place) => (place === 5 || place === 6 ? markdownText(cell) : cell))))}`,
    `## Triage\n\n${triage.length === 0 ? "None." : markdownTable(["finding", "verdict", "state", "decided", "until", "requester", "approver", "why", "record"], triage.map((one) => [markdownCode(one.finding.slice(0, 12)), one.verdict, one.state, one.decidedAt.slice(0, 10), one.until?.slice(0, 10) ?? "", markdownText(one.requester), markdownText(one.approver), markdownText(one.reason), String(one.sequence)]))}`,
    `## Changes of Muster, plugins and configuration\n\n${changes.length === 0 ? "None on record." : changes.map(({ at, sequence, text }) => `- ${at} (record ${sequence}): ${markdownText(text)}`).join("\n")}`,
    `## Sample\n\nDrawn with the seed ${markdownCode(sample.seed)}: the commits and endpoints whose SHA-256 behind it is the lowest.\n\n${[...sample.commits.map((commit) => `- ${markdownCode(commit)}`), ...sample.endpoints.map((endpoint) => `- ${markdownCode(endpoint)}`)].join("\n")}`,
    `## Limits\n\n${limits.map((text) => `- ${markdownText(text)}`).join("\n")}`,
  ];
  return `${sections.join("\n\n")}\n`;
}
