/** A statement as it stands in a file: lines from 1, and how far it is indented. The header of a compound statement counts as one. */
export interface Statement {
  readonly line: number;
  readonly endLine: number;
  readonly indent: number;
  /** From its first character to its last; what a comment behind it says is left out. */
  readonly text: string;
}

const token = /("""|''')(?:\\[\s\S]|(?!\1)[\s\S])*(?:\1|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|#[^\n]*|[([{]|[)\]}]|\\\n|\n/g;

/** The statements of Python text, told by brackets, strings and line ends alone. Several on one line are one. */
export function statementsOf(text: string): readonly Statement[] {
  const out: Statement[] = [];
  let depth = 0;
  let start = 0;
  let line = 1;
  let endLine = 1;
  let comment: number | undefined;
  const close = (end: number): void => {
    const whole = text.slice(start, comment ?? end);
    comment = undefined;
    const trimmed = whole.trimStart();
    if (trimmed !== "") out.push({ line, endLine, indent: whole.length - trimmed.length, text: trimmed.trimEnd() });
  };
  for (const match of text.matchAll(token)) {
    const [found] = match;
    if (found === "\n" && depth === 0) {
      close(match.index);
      start = match.index + 1;
      endLine += 1;
      line = endLine;
      continue;
    }
    if (depth === 0 && found.startsWith("#")) comment = match.index;
    if (found === "(" || found === "[" || found === "{") depth += 1;
    else if (found === ")" || found === "]" || found === "}") depth = Math.max(0, depth - 1);
    else endLine += found.split("\n").length - 1;
  }
  close(text.length);
  return out;
}

/** Splits at commas that stand in no bracket and no string: `a, b=f(1, 2)` gives two. */
export function partsAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#[^\n]*|[([{]|[)\]}]|,/g)) {
    const [found] = match;
    if (found === "," && depth === 0) {
      parts.push(text.slice(start, match.index));
      start = match.index + 1;
    } else if ("([{".includes(found)) depth += 1;
    else if (")]}".includes(found)) depth -= 1;
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
