import type { PathSegment } from "./route-order.ts";

const whole = /^\((?:\?P<\w+>|\?:)?([^()]*)\)$/;
const plain = /^(?:[\w~%!,;=@&'" -]|\\[^\w])*$/;

/** Classes that regular expressions of routes are mostly made of. */
const classes: ReadonlyMap<string, PathSegment> = new Map<string, PathSegment>([
  ...["\\d+", "[0-9]+"].map((text) => [text, { takes: "integer" }] as const),
  ...["[^/]+", "[^/]*?", "[^/]+?"].map((text) => [text, { takes: "text" }] as const),
  ...["\\w+", "[\\w]+", "[a-zA-Z0-9_]+", "[A-Za-z0-9_]+"].map((text) => [text, { takes: "word" }] as const),
  ...["[-\\w]+", "[\\w-]+", "[-a-zA-Z0-9_]+", "[a-zA-Z0-9_-]+", "[A-Za-z0-9_-]+"].map((text) => [text, { takes: "slug" }] as const),
]);

/**
 * What a regular expression over a whole path asks of its segments, for comparing it with other routes; undefined where that is not
 * told in segments: alternatives, optional slashes, what may run over several.
 */
export function regexSegments(expression: string): readonly PathSegment[] | undefined {
  const pieces = piecesOf(expression.replace(/^\^/, "").replace(/(?<!\\)\$$/, ""));
  const segments = pieces?.map((piece, index) => segmentOf(piece, index === pieces.length - 1));
  return segments?.every((segment) => segment !== undefined) ? segments : undefined;
}

/** The texts between slashes; undefined where a slash stands in a group, or alternatives outside of one. */
function piecesOf(text: string): readonly string[] | undefined {
  const pieces = [""];
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    const escaped = letter === "\\";
    if (!escaped && letter === "/" && depth === 0 && !inClass) {
      pieces.push("");
      continue;
    }
    if (!escaped && !inClass && ((letter === "/" && depth > 0) || letter === "|")) return undefined;
    if (!escaped) {
      if (letter === "[") inClass = true;
      else if (letter === "]") inClass = false;
      else if (letter === "(" && !inClass) depth++;
      else if (letter === ")" && !inClass) depth--;
    }
    pieces.push(`${pieces.pop() ?? ""}${letter}${escaped ? (text[++at] ?? "") : ""}`);
  }
  return pieces;
}

function segmentOf(piece: string, isLast: boolean): PathSegment | undefined {
  if (plain.test(piece)) return { literal: piece.replaceAll("\\", "") };
  const inner = whole.exec(piece)?.[1] ?? piece;
  if (inner === ".*") return isLast ? { takes: "rest" } : undefined;
  const known = classes.get(inner);
  if (known) return known;
  // A quantifier at the front is the slash's, a dot and a negated class take slashes too, and what looks around is no text.
  if (/^[?*+{]/.test(piece) || /\(\?(?!P<|:)/.test(piece) || /(?<!\\)\.|\[\^/.test(piece)) return undefined;
  return { pattern: piece.replaceAll(/\(\?P<\w+>/g, "("), single: !/[?*]|\{0/.test(piece.replaceAll("(?P<", "(").replaceAll("(?:", "(")) };
}
