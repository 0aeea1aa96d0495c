import type { Report } from "@muster/contract";
import type { ProblemKind, TokenSite } from "./problem.ts";
import { proofOf } from "./wording.ts";

/** Reports of one kind of problem: one for each place. */
export function reportsOf<Id extends string>(sites: readonly TokenSite[], kind: ProblemKind, word: (site: TokenSite, byDefault: boolean) => Pick<Report<Id>, "message" | "data" | "severity" | "confidence" | "showCode"> & { readonly note: string }): readonly Report<Id>[] {
  return sites.flatMap((site) => {
    const problem = site.problems.find((one) => one.kind === kind);
    if (!problem) return [];
    const { note, ...said } = word(site, problem.byDefault);
    return [{ ...said, span: site.call.span, symbol: site.call.symbol, identity: `${kind} ${site.call.callee}`, proof: proofOf(site, note), ...(kind === "no-algorithms" && site.fix && { fix: site.fix }) }];
  });
}
