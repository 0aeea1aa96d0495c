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
  const before = bytes.toString("latin1", Math.max(0, start - 2 * reach), start).split("\n");
  const after = bytes.toString("latin1", end, end + reach).split("\n");
  const line = `${before.at(-1) ?? ""} ${after[0] ?? ""}`;
  if (sameLine.some((comment) => comment.test(line))) return true;
  const previous = before.at(-2);
  return previous !== undefined && lineBefore.some((comment) => comment.test(previous));
}
