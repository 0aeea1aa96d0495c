import { hash } from "node:crypto";
import { compareSpans, compareText, type AnyRule, type Finding, type Report, type RuleMeta, type SuppressedCount, type SuppressedFinding, type Suppression } from "@muster/contract";
import { attributesOf, type Declared } from "./attributes.ts";
import { checkedFix } from "./checked-fix.ts";
import { isSpan, isStep } from "./is-span.ts";
import type { JudgedFinding } from "./protocol.ts";

export interface RuleFindings {
  readonly findings: readonly JudgedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** A rule's reports as findings: checked, worded, in order, each with its identity. Throws where a report is none. */
export function toFindings(rule: AnyRule, reports: Iterable<Report>, attributes: Declared): RuleFindings {
  const findings: JudgedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const { finding, report } of worded(rule, reports, attributes)) {
    if (report.suppressed !== undefined) suppressed.push({ ...finding, suppression: report.suppressed });
    else findings.push({ ...finding, ...(report.fix !== undefined && { fix: checkedFix(report.fix) }) });
  }
  return { findings, suppressed };
}

/** Names a finding whichever of its repeats it is. */
export function identityOf(rule: string, path: string, symbol: string, identity: string): string {
  return hash("sha256", JSON.stringify([rule, path, symbol, identity])).slice(0, 32);
}

function worded(rule: AnyRule, reports: Iterable<Report>, attributes: Declared): { readonly finding: Omit<Finding, "fix">; readonly report: Report }[] {
  const checked = [...reports].map((report) => checkedReport(rule.meta, report));
  checked.sort((a, b) => compareSpans(a.span, b.span) || compareText(a.message, b.message) || compareText(a.identity, b.identity));
  const repeats = new Map<string, number>();
  return checked.map((report) => {
    const text = JSON.stringify([rule.meta.id, report.span.path, report.symbol, report.identity]);
    // What is suppressed is counted apart: a repeat keeps its fingerprint when another of them gets a comment.
    const counted = report.suppressed === undefined ? text : `${text} suppressed`;
    const repeat = repeats.get(counted) ?? 0;
    repeats.set(counted, repeat + 1);
    const finding = {
      fingerprint: hash("sha256", `${counted} ${repeat}`).slice(0, 32),
      identity: identityOf(rule.meta.id, report.span.path, report.symbol, report.identity),
      rule: rule.meta.id,
      ...judgementOf(rule.meta, report),
      span: report.span,
      symbol: report.symbol,
      ...(report.endpoint !== undefined && { endpoint: report.endpoint }),
      proof: report.proof,
      showCode: report.showCode ?? true,
      ...(report.attributes !== undefined && { attributes: attributesOf(report.attributes, attributes) }),
    };
    return { finding, report };
  });
}

/** How many there are of each rule and reason. */
export function countSuppressed(suppressed: readonly SuppressedFinding[]): SuppressedCount[] {
  return sumCounts(suppressed.map(({ rule, suppression: { by, what } }) => ({ rule, by, what, count: 1 })));
}

/** One count for each rule and reason, sorted. */
export function sumCounts(counts: readonly SuppressedCount[]): SuppressedCount[] {
  const sums = new Map<string, SuppressedCount>();
  for (const one of counts) {
    const key = JSON.stringify([one.rule, one.by, one.what]);
    sums.set(key, { ...one, count: (sums.get(key)?.count ?? 0) + one.count });
  }
  return [...sums.values()].sort((a, b) => compareText(a.rule, b.rule) || compareText(a.by, b.by) || compareText(a.what, b.what));
}

/** What a report says of its place: its own words, or its rule's. */
export function judgementOf(meta: RuleMeta, report: Report): Pick<Finding, "severity" | "confidence" | "message"> {
  return { severity: report.severity ?? meta.severity, confidence: report.confidence ?? meta.confidence, message: wordMessage(meta, report) };
}

/** One pass, so that what a repository's names put into the text is not replaced again. */
function wordMessage(meta: RuleMeta, { message, data = {} }: Report): string {
  return (meta.messages[message] ?? "").replace(/\{(\w+)\}/g, (hole, name: string) => data[name] ?? hole);
}

/** Plugins are compiled against the contract or are plain JavaScript: what would break the result is refused here. */
export function checkedReport(meta: RuleMeta, report: Report): Report {
  if (typeof report !== "object" || report === null) throw new TypeError("a report is not an object");
  if (!Object.hasOwn(meta.messages, report.message)) throw new TypeError(`a report names a message "${String(report.message)}" that the rule does not have`);
  if (typeof report.symbol !== "string" || typeof report.identity !== "string") throw new TypeError("a report has no symbol or no identity");
  if (!isSpan(report.span)) throw new TypeError("a report has no place");
  if (!Array.isArray(report.proof) || !report.proof.every(isStep)) throw new TypeError("a report has no proof");
  if (report.suppressed !== undefined && !isSuppression(report.suppressed)) throw new TypeError("a report is suppressed without saying by whom and why");
  return report;
}

function isSuppression({ by, what, reason }: Suppression): boolean {
  return [by, what, reason].every((text) => typeof text === "string");
}
