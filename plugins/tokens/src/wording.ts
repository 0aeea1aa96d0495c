import type { Step } from "@muster/contract";
import type { TokenSite } from "./problem.ts";

/** How many calls and settings are listed by place. */
const shownPlaces = 10;

/** `app/auth.py:12`. */
export function shortPlace({ call: { span } }: TokenSite): string {
  return `${span.path}:${span.line}`;
}

/** The way to a place, and what stands there. */
export function proofOf(site: TokenSite, note: string): readonly Step[] {
  return [...site.steps, { span: site.call.span, note }];
}

/** `app/a.py:3, app/b.py:9 and 2 more`. */
export function placeList(sites: readonly TokenSite[]): string {
  const named = sites.slice(0, 3).map(shortPlace);
  const more = sites.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}

/** One step for each place, as far as it is worth showing. */
export function stepsTo(sites: readonly TokenSite[], note: (site: TokenSite) => string): readonly Step[] {
  return sites.slice(0, shownPlaces).map((site) => ({ span: site.call.span, note: note(site) }));
}
