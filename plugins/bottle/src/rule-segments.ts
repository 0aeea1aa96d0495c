import type { PathSegment } from "@muster/web";

const wildcard = /^<\w*(?::(\w+)(?::((?:\\.|[^\\>])+))?)?>$/;
const anyWildcard = /<\w*(?::\w+(?::(?:\\.|[^\\>])+)?)?>|(?<!\\):\w+/;

/**
 * What a rule asks of each segment, for the router that tries rules with wildcards in the order in which they were added. Rules without
 * a wildcard are looked up before all others, whatever their order: undefined, as for what is not told in segments.
 */
export function ruleSegments(rule: string): readonly PathSegment[] | undefined {
  if (!anyWildcard.test(rule)) return undefined;
  const pieces = piecesOf(rule);
  const segments = pieces.map((piece, index) => segmentOf(piece, index === pieces.length - 1));
  return segments.every((segment) => segment !== undefined) ? segments : undefined;
}

/** The texts between slashes that stand in no wildcard. */
function piecesOf(rule: string): readonly string[] {
  const pieces = [""];
  let depth = 0;
  for (const letter of rule) {
    if (letter === "<") depth++;
    else if (letter === ">" && depth > 0) depth--;
    if (letter === "/" && depth === 0) pieces.push("");
    else pieces.push(`${pieces.pop() ?? ""}${letter}`);
  }
  return pieces;
}

function segmentOf(piece: string, isLast: boolean): PathSegment | undefined {
  if (!anyWildcard.test(piece)) return { literal: piece.replaceAll("\\:", ":") };
  if (/^:\w+$/.test(piece)) return { takes: "text" };
  const found = wildcard.exec(piece);
  if (!found) return undefined;
  switch (found[1]) {
    case undefined:
      return { takes: "text" };
    case "path":
      return isLast ? { takes: "rest" } : undefined;
    // Both take a sign, which the parameters of other frameworks do not.
    case "int":
      return { pattern: "-?\\d+", single: true };
    case "float":
      return { pattern: "-?[\\d.]+", single: true };
    case "re":
      return found[2] === undefined ? undefined : { pattern: found[2] };
    default:
      return undefined;
  }
}
