import type { Said } from "../engine/run-plugins.ts";
import type { RuleExpectation } from "./expectation.ts";
import type { Mismatch } from "./mismatch.ts";

/** Holds what rules said against what a case expects of them. Rules that are not in `rules` may say what they like. */
export function compareFindings(expectations: readonly RuleExpectation[], said: readonly Said[], rules: ReadonlySet<string>): Mismatch[] {
  const open = new Set(said.filter((one) => rules.has(one.rule)));
  const out: Mismatch[] = [];
  const takeAt = ({ path, line, rule }: RuleExpectation, message?: string): Said[] => {
    const taken = [...open].filter(({ report, ...one }) => one.rule === rule && report.span.path === path && report.span.line === line && (message === undefined || one.message === message));
    for (const one of taken) open.delete(one);
    return taken;
  };
  // Those that name a message choose first.
  for (const one of expectations.toSorted((a, b) => Number(b.kind === "finds" && b.message !== undefined) - Number(a.kind === "finds" && a.message !== undefined))) {
    const mismatch = (sign: Mismatch["sign"], text: string): void => void out.push({ path: one.path, line: one.line, sign, text });
    switch (one.kind) {
      case "finds": {
        const found = takeAt(one, one.message);
        const name = one.message === undefined ? one.rule : `${one.rule}[${one.message}]`;
        for (let missing = found.length; missing < one.count; missing++) mismatch("-", `${name} was expected here, and is not reported${one.count > 1 ? ` (${found.length} of ${one.count})` : ""}`);
        for (const extra of found.slice(one.count)) mismatch("+", `${textOf(extra)} (${one.count} expected, ${found.length} reported)`);
        break;
      }
      case "ok":
        for (const found of takeAt(one)) mismatch("+", `${textOf(found)} (the line is marked \`ok\`)`);
        break;
      case "misses":
        for (const found of takeAt(one)) mismatch("+", `${textOf(found)} (marked \`misses: ${one.reason}\`: the limit is gone, write \`finds\`)`);
        break;
      default:
        one satisfies never;
    }
  }
  for (const one of open) out.push({ path: one.report.span.path, line: one.report.span.line, sign: "+", text: textOf(one) });
  return out;
}

function textOf({ rule, message, text }: Said): string {
  return `${rule}[${message}]: ${text}`;
}
