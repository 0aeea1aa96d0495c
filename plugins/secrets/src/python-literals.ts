import { type LiteralPlace, literalPlaces, type PythonParser } from "@muster/python/literals";
import type { Suppression } from "./candidate.ts";
import { isEnclosed } from "./enclosing-line.ts";
import type { Findings, FoundSecret, LeftOut } from "./find-secrets.ts";
import { holdsTripleQuoted } from "./triple-quoted.ts";

/** A line that Python alone begins so, or nearly. What does not parse as Python to its end is left as it is. */
const looksLikePython = /^(?:from [\w.]+ import [\w(*]|import [\w.]+(?: as \w+)?\s*(?:[,#]|$)|(?:async )?def \w+\(|class \w+[(:]|@\w+)/m;
/** Beyond this a file of Python holds data: parsing it would take longer than all else. Bytes. */
const longest = 512 * 1024;
/** A line that nobody wrote: of a bundle or a minified script. Bytes. */
const longestLine = 8 * 1024;

/**
 * Looks at what the assignments found in a Python file are in its syntax: a literal that is given to something, or an
 * element of a list of names, a member of an enumeration, a type, a text. Decided by content: the same bytes mean the
 * same under any name.
 */
export function judgePython(bytes: Buffer, findings: Findings, parser: PythonParser): Findings {
  const asked = findings.secrets.filter(({ format, encoding }) => encoding === undefined && format.kind === "generic-assignment").sort((a, b) => a.valueStart - b.valueStart);
  if (asked.length === 0 || bytes.length > longest || hasLineBeyond(bytes, longestLine)) return findings;
  const text = bytes.toString("utf8");
  if (!looksLikePython.test(text)) return findings;
  const offsets = offsetsOf(bytes, asked);
  if (!mayDiffer(bytes, text, asked, offsets)) return findings;
  const places = literalPlaces(parser, text, offsets);
  if (places === undefined) return findings;

  const judged = new Map(asked.map((secret, index) => [secret, judge(bytes, secret, places[index])]));
  const leftOut: LeftOut[] = [];
  const secrets: FoundSecret[] = [];
  for (const secret of findings.secrets) {
    const verdict = judged.get(secret);
    if (verdict === undefined) secrets.push(secret);
    else if (verdict === "example") secrets.push({ ...secret, example: true });
    else leftOut.push({ ...secret, why: verdict });
  }
  return { ...findings, secrets, leftOut: [...findings.leftOut, ...leftOut] };
}

/** Code without which no literal is a member of an enumeration, nor a text for people. */
const telling = /^[ \t]*class\s+\w+\s*\([^)]*\b(?:\w*Enum|Flag|\w*Choices)\b|^[ \t]*(?:\w+_)?(?:EXAMPLES?|DOCUMENTATION|DOCS?|HELP|USAGE|DESCRIPTION|EPILOG)[ \t]*(?::.*)?=/im;

/**
 * Whether the syntax can say anything of these literals: parsing takes fifty times as long as all else, and most are plain
 * texts that are assigned. Errs towards parsing.
 */
function mayDiffer(bytes: Buffer, text: string, asked: readonly FoundSecret[], offsets: readonly number[]): boolean {
  if (telling.test(text) && isEnclosed(text, offsets, mayTell)) return true;
  const isPlain = (secret: FoundSecret): boolean => !isNeighbour(bytes, secret) && !/[{}]/.test(secret.value) && !type.test(secret.value) && !beginsItsLine(bytes, secret);
  return !asked.every(isPlain) || holdsTripleQuoted(text, offsets);
}

/** Whether a line around a literal is such code, or may be the beginning or the end of such code that goes over several. */
function mayTell(line: string): boolean {
  return telling.test(line) || /^[ \t]*(?:\)[ \t]*:|class\b[^(]*\([^)]*$)/.test(line);
}

/** A string that stands at the beginning of its line may be a statement of its own. */
function beginsItsLine(bytes: Buffer, { valueStart }: FoundSecret): boolean {
  const before = bytes.toString("latin1", Math.max(0, valueStart - 200), valueStart);
  return /^\s*\w{0,2}["'][^"']*$/.test(before.slice(before.lastIndexOf("\n") + 1)) || (before.length === 200 && !before.includes("\n"));
}

function hasLineBeyond(bytes: Buffer, length: number): boolean {
  for (let at = 0; bytes.length - at > length; ) {
    const end = bytes.lastIndexOf(0x0a, at + length);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}

/** A type with parameters: `dict[str, int]`. */
const type = /^[A-Za-z_][\w.]*\[.*\]$/;

/** Whether name and value are two literals beside each other. */
function isNeighbour(bytes: Buffer, secret: FoundSecret): boolean {
  return /,\s*\w{0,2}["']$/.test(bytes.toString("latin1", secret.start, secret.valueStart));
}

/** Functions whose second argument is a value for the name that is their first: a default, or what is set. */
const namesAValue = /(?:^|[._])(?:get\w*|env\w*|config\w*|set\w*|add\w*|put\w*|default\w*|update|option|setting|variable|str|String|header|replace)$/i;

/** Variables whose text is for people: Ansible's modules, commands with examples, help. */
const documents = /^(?:\w+_)?(?:EXAMPLES?|DOCUMENTATION|DOCS?|HELP|USAGE|DESCRIPTION|EPILOG)$/i;

function judge(bytes: Buffer, secret: FoundSecret, place: LiteralPlace | undefined): Suppression | "example" | undefined {
  switch (place?.kind) {
    case undefined:
      return undefined;
    case "value":
      return documents.test(place.name ?? "") ? "example" : undefined;
    case "argument":
      return isNeighbour(bytes, secret) && !namesAValue.test(place.callee) ? "words" : undefined;
    case "element":
      return isNeighbour(bytes, secret) ? "words" : undefined;
    case "member":
      return "words";
    case "annotation":
      // In YAML between Python's words a value stands where Python has a type.
      return type.test(secret.value) ? "words" : undefined;
    case "docstring":
      return "example";
    case "template":
      // What is filled in elsewhere in the text says nothing of this value.
      return /[{}]/.test(secret.value) ? "template" : undefined;
    default:
      return place satisfies never;
  }
}

/** Offsets of the values in UTF-16 code units; `secrets` are in order. */
function offsetsOf(bytes: Buffer, secrets: readonly FoundSecret[]): number[] {
  let at = 0;
  let units = 0;
  return secrets.map(({ valueStart }) => {
    units += bytes.toString("utf8", at, valueStart).length;
    at = valueStart;
    return units;
  });
}
