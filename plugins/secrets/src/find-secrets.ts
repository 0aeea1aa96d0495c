import { type Allowance, allowanceFor, readableBytes, type RuleSet } from "@muster/patterns";
import type { Form, Suppression } from "./candidate.ts";
import { Claims } from "./claims.ts";
import { decodeAround, type Encoding } from "./decode.ts";
import type { Format } from "./format.ts";
import { isInExample } from "./in-example.ts";
import { judgeMatch } from "./judge-match.ts";
import type { Kind } from "./kind.ts";

/** What was found at a place of a text, in bytes, with its value: this never leaves the worker. */
export interface Found {
  readonly format: Format;
  readonly value: string;
  /** Of the match: a name, its value and what stands between them. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface FoundSecret extends Found {
  readonly kind: Kind;
  readonly form: Form;
  readonly example: boolean;
  /** How the text was written that holds it; its place is that of the whole. */
  readonly encoding?: Encoding;
}

export interface LeftOut extends Found {
  readonly why: Suppression;
}

export interface Findings {
  readonly secrets: readonly FoundSecret[];
  readonly leftOut: readonly LeftOut[];
  /** False where a budget ran out before the end. */
  readonly complete: boolean;
}

/** Layers of encoding that are taken off, one after another. */
const deepest = 2;
/** Decoded bytes of one file. */
const mostDecoded = 4 * 1024 * 1024;

/** All secrets of a text, in no particular order. `bytes` are those of `readableBytes()`. */
export function findSecrets(bytes: Buffer, rules: RuleSet, formats: ReadonlyMap<string, Format>): Findings {
  // Windows share one allowance, however many there are.
  return find(bytes, rules, formats, 0, { decoded: mostDecoded, own: allowanceFor(bytes.length), windows: allowanceFor(0) });
}

/** What one file may still take. */
interface Budget {
  /** Bytes of decoded text. */
  decoded: number;
  /** For patterns in the text as it stands. */
  readonly own: Allowance;
  /** For patterns in what it says decoded. */
  readonly windows: Allowance;
}

function find(bytes: Buffer, rules: RuleSet, formats: ReadonlyMap<string, Format>, depth: number, budget: Budget): Findings {
  const scan = rules.scan(bytes, depth === 0 ? budget.own : budget.windows);
  let { complete } = scan;
  const secrets: FoundSecret[] = [];
  const leftOut: LeftOut[] = [];
  if (scan.matches.length === 0) return { secrets, leftOut, complete };
  const taken = new Claims(bytes.length);

  /** Where the last window of each encoding ended: one window may hold many marks. */
  const windows = new Map<Encoding, number>();
  const decoded = (encoding: Encoding, start: number, end: number): void => {
    if (depth >= deepest || start < (windows.get(encoding) ?? 0)) return;
    const window = decodeAround(bytes, start, end, encoding);
    windows.set(encoding, window?.end ?? end);
    if (window === undefined) return;
    budget.decoded -= window.says.length;
    const readable = budget.decoded < 0 ? undefined : readableBytes(window.says);
    complete &&= budget.decoded >= 0;
    if (readable?.kind !== "text") return;
    const inner = find(readable.bytes, rules, formats, depth + 1, budget);
    complete &&= inner.complete;
    const place = { start: window.start, end: window.end, valueStart: window.start, valueEnd: window.end };
    // What is legible as it stands was found as it stands.
    const known = new Set(secrets.filter((secret) => window.start <= secret.valueStart && secret.valueEnd <= window.end).map(({ value }) => value));
    const hidden = inner.secrets.filter(({ value }) => !known.has(value));
    secrets.push(...hidden.map((secret): FoundSecret => ({ ...secret, ...place, encoding, example: secret.example || isInExample(bytes, window.start, secret.kind) })));
    if (hidden.length > 0) taken.add(window.start, window.end);
  };

  // A particular format that was suppressed keeps its text: the general one must not report it after all.
  for (const match of [...scan.matches].sort((a, b) => rank(formats.get(a.rule.id)) - rank(formats.get(b.rule.id)) || a.start - b.start)) {
    const format = formats.get(match.rule.id);
    if (format === undefined || taken.overlaps(match.valueStart, match.valueEnd)) continue;
    const found: Found = { format, value: match.value, start: match.start, end: match.end, valueStart: match.valueStart, valueEnd: match.valueEnd };
    if (format.encoding !== undefined) {
      decoded(format.encoding, match.start, match.end);
      continue;
    }
    const verdict = judgeMatch(bytes, match, format);
    if ("none" in verdict) continue;
    taken.add(match.valueStart, match.valueEnd);
    if ("suppressed" in verdict) leftOut.push({ ...found, why: verdict.suppressed });
    else secrets.push({ ...found, kind: verdict.report, form: verdict.form, example: verdict.example === true || isInExample(bytes, match.valueStart, verdict.report) });
  }
  return { secrets, leftOut, complete };
}

/** The particular before the encoded, and that before the general. */
function rank(format: Format | undefined): number {
  if (format?.encoding !== undefined) return 3;
  switch (format?.kind) {
    case "generic-assignment":
      return 4;
    case "credentials-in-url":
      return 2;
    case "json-web-token":
      return 1;
    default:
      return 0;
  }
}
