import type { RuleMatch } from "@muster/patterns";
import type { Suppression } from "./candidate.ts";
import type { Format } from "./format.ts";

/** The whole name: what stands before the keyword, and what follows it up to the operator. */
export function assignedName(bytes: Buffer, match: RuleMatch, format: Format): string {
  if (format.id === "generic-comparison") return /[\w.-]+$/.exec(bytes.toString("latin1", match.valueEnd, match.end))?.[0] ?? "";
  const before = /[\w.-]*$/.exec(bytes.toString("latin1", Math.max(0, match.start - 60), match.start))?.[0] ?? "";
  const inside = /^[\w.-]*/.exec(bytes.toString("latin1", match.start, match.valueStart))?.[0] ?? "";
  return before + inside;
}

/** Whether the value is the first argument of a function that has the name. */
export function isCall(bytes: Buffer, match: RuleMatch): boolean {
  const between = bytes.toString("latin1", match.start, match.valueStart).slice(nameLengthAfter(bytes, match));
  return /^[ \t]*\(/.test(between);
}

/** A name behind `${` is read, not written; in a shell that also goes for `$`, and behind a slash it is part of a path. PHP quotes what it assigns to `$name`. */
export function isRead(bytes: Buffer, match: RuleMatch, name: string, bare: boolean): Suppression | undefined {
  const mark = bytes.toString("latin1", Math.max(0, match.start - 62), match.start).slice(0, -Math.max(0, name.length - nameLengthAfter(bytes, match)) || undefined);
  if (/\$[{(]$/.test(mark)) return "template";
  return bare && /[$/]$/.test(mark) ? "reference" : undefined;
}

/** Characters of the name from the keyword on. */
function nameLengthAfter(bytes: Buffer, match: RuleMatch): number {
  return /^[\w.-]*/.exec(bytes.toString("latin1", match.start, match.valueStart))?.[0].length ?? 0;
}
