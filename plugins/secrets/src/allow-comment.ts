/** Comments that say that a secret on their line is known: ours, which must give a reason, and those of other scanners. */
const sameLine: readonly RegExp[] = [
  /muster:allow-secret[ \t]+\S/,
  /gitleaks:allow/,
  /betterleaks:allow/,
  /trufflehog:ignore/,
  /ggignore|pragma: ggallow/,
  /pragma:[ \t]*(?:allow|white)list[ \t]+secret/,
  /secretlint-disable-line/,
  /# *nosec\b/,
  /# *noqa:[^#\n]*\bS10[5-7]\b/,
  /\bnosemgrep\b/,
];

const lineBefore: readonly RegExp[] = [/pragma:[ \t]*(?:allow|white)list[ \t]+nextline[ \t]+secret/, /secretlint-disable-next-line/];

/** At most this much of a line is looked at, on each side of the secret. */
const reach = 1024;

/** Whether the lines of `[start, end)`, or the line before them, allow what they hold. */
export function isAllowed(bytes: Buffer, start: number, end: number): boolean {
  const lineStart = bytes.lastIndexOf(0x0a, start - 1) + 1;
  const found = bytes.indexOf(0x0a, end);
  const lineEnd = found === -1 ? bytes.length : found;
  const line = `${bytes.toString("latin1", Math.max(lineStart, start - reach), start)} ${bytes.toString("latin1", end, Math.min(lineEnd, end + reach))}`;
  if (sameLine.some((comment) => comment.test(line))) return true;
  if (lineStart < 2) return false;
  const previousStart = bytes.lastIndexOf(0x0a, lineStart - 2) + 1;
  const previous = bytes.toString("latin1", Math.max(previousStart, lineStart - reach), lineStart);
  return lineBefore.some((comment) => comment.test(previous));
}
