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
