import type { Report } from "@muster/contract";
import type { Site, SiteKind } from "./site.ts";

/** One report for each place of a kind. */
export function reportsOf<Id extends string>(sites: readonly Site[], kind: SiteKind, word: (site: Site) => Pick<Report<Id>, "message" | "severity" | "confidence">): readonly Report<Id>[] {
  return sites
    .filter((site) => site.kind === kind)
    .map((site) => ({
      ...word(site),
      data: { what: site.what, of: site.of },
      span: site.span,
      symbol: site.symbol,
      identity: `${site.of} ${site.what}`,
      proof: [...site.steps, { span: site.span, note: `\`${site.what}\` is said here` }],
      ...(site.fix && { fix: site.fix }),
    }));
}
