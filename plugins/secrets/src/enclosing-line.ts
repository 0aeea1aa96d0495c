interface Enclosing {
  readonly indent: number;
  readonly line: string;
  /** Whether it or one around it is what is asked for; undefined until it was looked at. */
  holds: boolean | undefined;
}

/**
 * Whether a line that encloses one of the offsets, or is its own, is what is asked for: as Python's indentation has it, those above that are
 * indented less, each than the one before. Offsets are in ascending order; time is linear in the text.
 */
export function isEnclosed(text: string, offsets: readonly number[], asked: (line: string) => boolean): boolean {
  const around: Enclosing[] = [];
  let next = 0;
  for (let start = 0; start < text.length && next < offsets.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    const indent = line.search(/[^ \t\r]/);
    if (indent !== -1) {
      while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
      around.push({ indent, line, holds: undefined });
    }
    if ((offsets[next] ?? 0) <= end) {
      for (const each of around) if ((each.holds ??= asked(each.line))) return true;
      while (next < offsets.length && (offsets[next] ?? 0) <= end) next++;
    }
    start = end + 1;
  }
  return false;
}
