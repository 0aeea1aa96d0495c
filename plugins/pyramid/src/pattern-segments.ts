import { regexSegments, type PathSegment } from "@muster/web";

/** What a route's pattern asks of each segment: `/ships/{number:\\d+}/*rest`. Undefined where that is not told in segments. */
export function patternSegments(pattern: string): readonly PathSegment[] | undefined {
  const text = pattern.replace(/^\/+/, "").replaceAll(/(^|\/):(\w+)/g, "$1{$2}");
  const expression: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text[at] === "{" ? closing(text, at) : undefined;
    if (end !== undefined) {
      const [, own] = /^\w+:(.*)$/s.exec(text.slice(at + 1, end)) ?? [];
      expression.push(own ?? "[^/]+");
      at = end + 1;
    } else if (/^\*\w+$/.test(text.slice(at))) {
      expression.push(".*");
      break;
    } else {
      expression.push((text[at] ?? "").replace(/[^\w/]/, "\\$&"));
      at++;
    }
  }
  return regexSegments(expression.join(""));
}

/** Braces of an expression are counted: `{code:[a-z]{2}}`. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  return undefined;
}
