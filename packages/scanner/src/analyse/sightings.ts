import { compareSpans, compareText, type AnyRule, type Report } from "@muster/contract";
import { checkedReport, judgementOf } from "./findings.ts";
import type { Sighting } from "./protocol.ts";

type Seen = Sighting["seen"][number];

/** One thing while its places are gathered, by path. */
interface Gathered {
  readonly about: Omit<Sighting, "seen">;
  readonly seen: Map<string, Seen>;
}

/**
 * A rule's reports on contents of the history: each thing once, with where it was seen. A history has reports by the
 * hundred thousand: none of them is held, and their order does not matter.
 */
export function toSightings(rule: AnyRule, reports: Iterable<Report>): Sighting[] {
  const gathered = new Map<string, Gathered>();
  for (const given of reports) {
    const report = checkedReport(rule.meta, given);
    const { seen } = gatheredOf(gathered, rule, report);
    const here: Seen = { ...judgementOf(rule.meta, report), span: report.span, count: 1 };
    const there = seen.get(report.span.path);
    seen.set(report.span.path, there === undefined ? here : { ...(inOrder(here, there) < 0 ? here : there), count: there.count + 1 });
  }
  return [...gathered.values()]
    .map(({ about, seen }): Sighting => ({ ...about, seen: [...seen.values()].sort(inOrder) }))
    .sort((a, b) => inOrder(a.seen[0], b.seen[0]) || compareText(a.identity, b.identity));
}

function gatheredOf(gathered: Map<string, Gathered>, rule: AnyRule, { symbol, identity, showCode = true, suppressed }: Report): Gathered {
  const key = JSON.stringify([symbol, identity, suppressed]);
  let one = gathered.get(key);
  if (one === undefined) {
    one = { about: { rule: rule.meta.id, symbol, identity, showCode, ...(suppressed !== undefined && { suppression: suppressed }) }, seen: new Map() };
    gathered.set(key, one);
  }
  return one;
}

function inOrder(a: Seen | undefined, b: Seen | undefined): number {
  return a === undefined || b === undefined ? 0 : compareSpans(a.span, b.span) || compareText(a.message, b.message);
}
