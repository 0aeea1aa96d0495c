import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import GithubSlugger from "github-slugger";
import { lexer, walkTokens } from "marked";

/** A link in a Markdown file that leads nowhere. */
export interface BrokenLink {
  readonly file: string;
  readonly target: string;
  readonly reason: "no such file" | "no such heading";
}

/** The relative links of a Markdown file that lead to no file, or to no heading of one. Links to the web are not followed. */
export function brokenLinks(file: string): readonly BrokenLink[] {
  return links(readFileSync(file, "utf8")).flatMap((target): readonly BrokenLink[] => {
    if (/^[a-z][a-z+.-]*:/iu.test(target)) return [];
    const [relative = "", heading] = target.split("#");
    const place = relative === "" ? file : path.resolve(path.dirname(file), decodeURIComponent(relative));
    if (!existsSync(place)) return [{ file, target, reason: "no such file" }];
    if (heading === undefined || !place.endsWith(".md") || headings(readFileSync(place, "utf8")).has(heading)) return [];
    return [{ file, target, reason: "no such heading" }];
  });
}

function links(markdown: string): readonly string[] {
  const found: string[] = [];
  walkTokens(lexer(markdown), (token) => {
    if ((token.type === "link" || token.type === "image") && typeof token.href === "string") found.push(token.href);
  });
  return found;
}

function headings(markdown: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  return new Set(lexer(markdown).flatMap((token) => (token.type === "heading" && typeof token.text === "string" ? [slugger.slug(token.text)] : [])));
}
