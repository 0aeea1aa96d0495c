const opening = /["'#]/g;

/** Whether any of the offsets, in ascending order, lies in a string between three quotes. One pass over the text, as Python reads it (Language Reference, §2.5 and §2.7). */
export function holdsTripleQuoted(text: string, offsets: readonly number[]): boolean {
  let next = 0;
  for (let at = 0; next < offsets.length; ) {
    opening.lastIndex = at;
    const start = opening.exec(text)?.index;
    if (start === undefined) return false;
    const mark = text.charAt(start);
    const triple = mark.repeat(3);
    const isTriple = mark !== "#" && text.startsWith(triple, start);
    at = mark === "#" ? lineEnd(text, start) : isTriple ? closing(text, start + 3, triple) : closing(text, start + 1, mark);
    while (next < offsets.length && (offsets[next] ?? 0) < start) next++;
    if (isTriple && next < offsets.length && (offsets[next] ?? 0) < at) return true;
  }
  return false;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Behind the quotes that close a string; one between single quotes ends with its line, unless a backslash joins the next. */
function closing(text: string, from: number, quotes: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (text.startsWith(quotes, at)) return at + quotes.length;
    else if (character === "\n" && quotes.length === 1) return at;
  }
  return text.length;
}
