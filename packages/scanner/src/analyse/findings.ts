import { hash } from "node:crypto";
import { compareSpans, compareText, type AnyRule, type Report, type RuleMeta } from "@muster/contract";
import { checkedFix } from "./checked-fix.ts";
import { isSpan, isStep } from "./is-span.ts";
import type { JudgedFinding } from "./protocol.ts";

/** A rule's reports as findings: checked, worded, in order, each with its identity. Throws where a report is none. */
export function toFindings(rule: AnyRule, reports: Iterable<Report>): JudgedFinding[] {
  const checked = [...reports].map((report) => checkedReport(rule.meta, report));
  checked.sort((a, b) => compareSpans(a.span, b.span) || compareText(a.message, b.message) || compareText(a.identity, b.identity));
  const repeats = new Map<string, number>();
  return checked.map((report) => {
    const identity = JSON.stringify([rule.meta.id, report.span.path, report.symbol, report.identity]);
    const repeat = repeats.get(identity) ?? 0;
    repeats.set(identity, repeat + 1);
    return {
      fingerprint: hash("sha256", `${identity} ${repeat}`).slice(0, 32),
      rule: rule.meta.id,
      severity: report.severity ?? rule.meta.severity,
      confidence: report.confidence ?? rule.meta.confidence,
      message: wordMessage(rule.meta, report),
      span: report.span,
      symbol: report.symbol,
      ...(report.endpoint !== undefined && { endpoint: report.endpoint }),
      proof: report.proof,
      showCode: report.showCode ?? true,
      ...(report.fix !== undefined && { fix: checkedFix(report.fix) }),
    };
  });
}

/** One pass, so that what a repository's names put into the text is not replaced again. */
function wordMessage(meta: RuleMeta, { message, data = {} }: Report): string {
  return (meta.messages[message] ?? "").replace(/\{(\w+)\}/g, (hole, name: string) => data[name] ?? hole);
}

/** Plugins are compiled against the contract or are plain JavaScript: what would break the result is refused here. */
function checkedReport(meta: RuleMeta, report: Report): Report {
  if (typeof report !== "object" || report === null) throw new TypeError("a report is not an object");
  if (!Object.hasOwn(meta.messages, report.message)) throw new TypeError(`a report names a message "${String(report.message)}" that the rule does not have`);
  if (typeof report.symbol !== "string" || typeof report.identity !== "string") throw new TypeError("a report has no symbol or no identity");
  if (!isSpan(report.span)) throw new TypeError("a report has no place");
  if (!Array.isArray(report.proof) || !report.proof.every(isStep)) throw new TypeError("a report has no proof");
  return report;
}
