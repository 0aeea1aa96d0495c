import { PatternError } from "./pattern-error.ts";
import type { PatternRule } from "./pattern-rule.ts";

const refused: readonly (readonly [RegExp, string])[] = [
  [/\(\?(?:=|!|<=|<!)/, "it has lookaround, which linear-time matching cannot offer; name the forbidden neighbour in `before` or `after`"],
  [/\\[1-9]/, "it has a backreference, which linear-time matching cannot offer; compare groups in `check`"],
  [/\\k</, "it has a backreference, which linear-time matching cannot offer; compare groups in `check`"],
  [/\\[bBAzZG]/, "it has an anchor or word boundary, which means another thing inside a window; name the forbidden neighbour in `before` or `after`"],
];

/** Throws `PatternError`, naming the rule and what to do, at the first rule that cannot be used. */
export function checkRules(rules: readonly PatternRule[]): void {
  const seen = new Set<string>();
  for (const rule of rules) {
    const problem = seen.has(rule.id) ? "another rule of the set has the same id" : problemOf(rule);
    if (problem !== undefined) throw new PatternError(`Rule "${rule.id}" cannot be used: ${problem}.`);
    seen.add(rule.id);
  }
}

function problemOf(rule: PatternRule): string | undefined {
  if (rule.keywords.length === 0) return "it has no keyword; a pattern without one would be searched in every file";
  for (const keyword of rule.keywords) {
    if (keyword.length < 3) return `its keyword "${keyword}" is shorter than three characters and would be seen everywhere`;
    if (/[^\x20-\x7e]/.test(keyword)) return `its keyword "${keyword}" holds something other than printable ASCII`;
  }
  for (const [what, why] of refused) if (what.test(rule.pattern)) return why;
  const bare = rule.pattern.replaceAll(/\\./g, "").replaceAll(/\[\^?\]?[^\]]*\]/g, "");
  if (/[$^]/.test(bare)) return "it has an anchor (`^` or `$`), which means another thing inside a window; match the line end as `\\n`";
  if (rule.scope !== "keyword" && rule.reach !== undefined) return "`reach` belongs to the scope `keyword`";
  return undefined;
}
