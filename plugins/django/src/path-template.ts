import { regexSegments, type PathSegment } from "@muster/web";

/** `items/<int:pk>/` as `items/{pk}/`. */
export function routeTemplate(route: string): string {
  return route.replace(/<(?:[^:<>]+:)?(\w+)>/g, "{$1}");
}

/**
 * A regular expression as Django's own documentation of views shows it: named groups by their name, others as `{var}`,
 * without groups that do not capture, anchors and quantifiers.
 */
export function regexTemplate(regex: string): string {
  const text = replaceGroups(replaceGroups(replaceGroups(regex, /\(\?[:=!<](?![A-Za-z_]\w*>)/y, () => ""), /\(\?P<(\w+)>/y, (name) => `{${name}}`), /\(/y, () => "{var}");
  return text.replace(/\\([bBAZ])|\\(.)|([?*+^$])/g, (_, anchor: string | undefined, escaped: string | undefined) => (anchor === undefined && escaped !== undefined ? escaped : ""));
}

/** Replaces whole groups that begin with the pattern, nested ones with them; escaped brackets are plain text. */
function replaceGroups(text: string, opening: RegExp, by: (name: string) => string): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    opening.lastIndex = at;
    const start = opening.exec(text);
    if (start) {
      out += by(start[1] ?? "");
      at = endOfGroup(text, at);
      continue;
    }
    const length = text[at] === "\\" ? 2 : 1;
    out += text.slice(at, at + length);
    at += length;
  }
  return out;
}

function endOfGroup(text: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (inClass) inClass = char !== "]";
    else if (char === "[") inClass = true;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Django's converters (`django.urls.converters`). */
const converters: Readonly<Record<string, PathSegment>> = {
  str: { takes: "text" },
  int: { takes: "integer" },
  slug: { takes: "slug" },
  uuid: { takes: "uuid" },
  path: { takes: "rest" },
};

/**
 * The segments of the joined parts of a pattern (`RoutePattern:items/`, one a line); undefined where a piece is not known, and where
 * a regular expression does not tell its segments.
 */
export function patternSegments(expression: string): readonly PathSegment[] | undefined {
  const parts = expression.split("\n").filter((part) => part !== "");
  if (parts.some((part) => part.includes("\u0000"))) return undefined;
  if (parts.every((part) => part.startsWith(route))) return routeSegments(parts.map((part) => part.slice(route.length)).join(""));
  const pieces = parts.map((part, index) => partSegments(part, index === parts.length - 1));
  return pieces.every((piece) => piece !== undefined) ? pieces.flat() : undefined;
}

const route = "RoutePattern:";
const regex = "RegexPattern:";

/** Of several parts each ends with a slash, where the next begins. */
function partSegments(part: string, isLast: boolean): readonly PathSegment[] | undefined {
  if (!isLast && !part.endsWith("/")) return undefined;
  if (part.startsWith(route)) {
    const segments = routeSegments(part.slice(route.length));
    return isLast ? segments : segments.slice(0, -1);
  }
  if (!part.startsWith(regex)) return undefined;
  const text = part.slice(regex.length);
  const segments = regexSegments(text);
  if (!isLast) return segments?.slice(0, -1);
  if (text.endsWith("$")) return segments;
  // Without an end it takes whatever comes behind.
  return text.endsWith("/") && segments ? [...segments.slice(0, -1), { takes: "rest" }] : undefined;
}

function routeSegments(text: string): readonly PathSegment[] {
  return text.split("/").map((piece): PathSegment => {
    const parameter = /^<(?:(\w+):)?\w+>$/.exec(piece);
    if (!parameter) return piece.includes("<") ? { pattern: piece.replaceAll(/(?<=[<:])\w+>/g, ">") } : { literal: piece };
    return converters[parameter[1] ?? "str"] ?? { pattern: piece.replace(/\w+>$/, ">") };
  });
}
