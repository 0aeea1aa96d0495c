import type { PathSegment } from "@muster/web";

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
 * The segments of the joined parts of a pattern (`RoutePattern:items/`, one a line); undefined where one of them is no route of
 * `path()`: what a regular expression matches is not compared.
 */
export function patternSegments(expression: string): readonly PathSegment[] | undefined {
  const parts = expression.split("\n").filter((part) => part !== "");
  if (parts.some((part) => !part.startsWith("RoutePattern:") || part.includes("\u0000"))) return undefined;
  const route = parts.map((part) => part.slice("RoutePattern:".length)).join("");
  return route.split("/").map((text): PathSegment => {
    const parameter = /^<(?:(\w+):)?\w+>$/.exec(text);
    if (!parameter) return text.includes("<") ? { pattern: text.replaceAll(/(?<=[<:])\w+>/g, ">") } : { literal: text };
    return converters[parameter[1] ?? "str"] ?? { pattern: text.replace(/\w+>$/, ">") };
  });
}
