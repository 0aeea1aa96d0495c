import { readableBytes, type RuleMatch, type RuleSet } from "@muster/patterns";
import { isAllowed } from "./allow-comment.ts";
import type { Candidate, Form, SecretFact, Suppression } from "./candidate.ts";
import type { Format } from "./format.ts";
import { Claims } from "./claims.ts";
import { judgeAssignment } from "./judge-assignment.ts";
import { judgeUrl, kindOfScheme } from "./judge-url.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { Kind } from "./kind.ts";
import { Places } from "./place.ts";
import { isTokenPlaceholder } from "./placeholder.ts";
import { redact } from "./redact.ts";

const mostCandidates = 1000;

type Verdict = { readonly report: Kind; readonly form: Form } | { readonly suppressed: Suppression } | { readonly none: true };

/** What one file holds; `undefined` for nothing, and for a binary file. */
export function scanSecrets(file: Buffer, rules: RuleSet, formats: ReadonlyMap<string, Format>, hashKey: Buffer): SecretFact | undefined {
  const readable = readableBytes(file);
  if (readable.kind === "binary") return undefined;
  const { bytes } = readable;
  const { matches, complete } = rules.scan(bytes);
  if (matches.length === 0 && complete) return undefined;

  const suppressed = new Map<string, number>();
  const reported: { readonly match: RuleMatch; readonly format: Format; readonly kind: Kind; readonly form: Form }[] = [];
  const taken = new Claims(bytes.length);
  // A particular format that was suppressed keeps its text: the general one must not report it after all.
  for (const match of [...matches].sort((a, b) => rank(a, formats) - rank(b, formats) || a.start - b.start)) {
    const format = formats.get(match.rule.id);
    if (format === undefined || taken.overlaps(match.valueStart, match.valueEnd)) continue;
    const verdict = judge(bytes, match, format);
    if ("none" in verdict) continue;
    taken.add(match.valueStart, match.valueEnd);
    if ("suppressed" in verdict) {
      suppressed.set(verdict.suppressed, (suppressed.get(verdict.suppressed) ?? 0) + 1);
      continue;
    }
    if (isAllowed(bytes, match.start, match.end)) suppressed.set("allowed", (suppressed.get("allowed") ?? 0) + 1);
    else reported.push({ match, format, kind: verdict.report, form: verdict.form });
  }
  if (reported.length === 0 && suppressed.size === 0 && complete) return undefined;

  reported.sort((a, b) => a.match.valueStart - b.match.valueStart);
  const places = new Places(bytes);
  const candidates = reported.slice(0, mostCandidates).map(({ match, format, kind, form }): Candidate => {
    const from = places.at(match.valueStart);
    const to = places.at(match.valueEnd);
    return {
      format: format.id,
      title: format.title,
      kind,
      confidence: format.confidence,
      form,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      redacted: redact(match.value, format.shown),
      hash: keyedHash(match.value, hashKey),
    };
  });
  const counts = [...suppressed].sort(([a], [b]) => (a < b ? -1 : 1));
  return { candidates, suppressed: Object.fromEntries(counts), more: reported.length - candidates.length, complete };
}

function rank(match: RuleMatch, formats: ReadonlyMap<string, Format>): number {
  const kind = formats.get(match.rule.id)?.kind;
  return kind === "generic-assignment" ? 3 : kind === "credentials-in-url" ? 2 : kind === "json-web-token" ? 1 : 0;
}

function judge(bytes: Buffer, match: RuleMatch, format: Format): Verdict {
  // A pattern that only fits part of a name or number is not even a candidate.
  if (match.refused === "entropy") return { suppressed: "entropy" };
  if (match.refused === "check") return { suppressed: "checksum" };
  switch (format.id) {
    case "url-credentials":
      return judgeUrlMatch(bytes, match);
    case "key-value-connection":
      return judgeConnection(bytes, match);
    case "generic-assignment":
    case "generic-comparison":
      return judgeAssignmentMatch(bytes, match, format);
    default:
      if (format.kind === "provider-token" && isTokenPlaceholder(match.value, match.value.slice(format.shown))) return { suppressed: "placeholder" };
      return { report: format.kind, form: "token" };
  }
}

function judgeUrlMatch(bytes: Buffer, match: RuleMatch): Verdict {
  const before = bytes.toString("latin1", Math.max(0, match.start - 40), match.start);
  const scheme = /(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*$/.exec(before)?.[0] ?? "";
  const kind = kindOfScheme(scheme) ?? kindOfScheme(scheme.replace(/^[^A-Za-z]*/, ""));
  if (kind === undefined) return { none: true };
  const user = bytes.toString("utf8", match.start + 3, match.valueStart - 1);
  const host = bytes.toString("latin1", match.valueEnd + 1, match.valueEnd + 80);
  const suppressed = /[${<%]/.test(user) && match.value.length < 8 ? "template" : judgeUrl(user, match.value, host);
  return suppressed === undefined ? { report: kind, form: "token" } : { suppressed };
}

/** A password among the other keys of a connection string; alone it is an assignment like any other. */
function judgeConnection(bytes: Buffer, match: RuleMatch): Verdict {
  const before = bytes.toString("latin1", Math.max(0, match.start - 300), match.start);
  const after = bytes.toString("latin1", match.start, match.end + 300);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)}${after.split("\n", 1)[0] ?? ""}`;
  if (!/(?:server|host|data source|database|initial catalog|uid|user id|username|user)\s?=/i.test(line) || !line.includes(";")) return { none: true };
  const suppressed = judgeUrl("", match.value, "");
  return suppressed === undefined ? { report: "connection-string", form: "token" } : { suppressed };
}

function judgeAssignmentMatch(bytes: Buffer, match: RuleMatch, format: Format): Verdict {
  const bare = format.id === "generic-assignment" && match.group === 7;
  const value = bare ? match.value.replace(/[,;]+$/, "") : match.value;
  const name = assignedName(bytes, match, format);
  const suppressed = judgeVariable(bytes, match, name, bare) ?? judgeAssignment(name, value, bare ? "bare" : "quoted") ?? (isMinified(bytes, match) ? "minified" : undefined);
  return suppressed === undefined ? { report: "generic-assignment", form: bare ? "bare" : "quoted" } : { suppressed };
}

/** A name behind `${` is read, not written; in a shell that also goes for `$`. PHP quotes what it assigns to `$name`. */
function judgeVariable(bytes: Buffer, match: RuleMatch, name: string, bare: boolean): Suppression | undefined {
  const mark = bytes.toString("latin1", Math.max(0, match.start - 62), match.start).slice(0, -Math.max(0, name.length - nameLengthAfter(bytes, match)) || undefined);
  if (/\$[{(]$/.test(mark)) return "template";
  return bare && mark.endsWith("$") ? "reference" : undefined;
}

/** Characters of the name from the keyword on. */
function nameLengthAfter(bytes: Buffer, match: RuleMatch): number {
  return /^[\w.-]*/.exec(bytes.toString("latin1", match.start, match.valueStart))?.[0].length ?? 0;
}

/** On a line this long somebody's program put names and texts beside each other. */
const minifiedLine = 5000;

function isMinified(bytes: Buffer, match: RuleMatch): boolean {
  const around = bytes.subarray(Math.max(0, match.start - minifiedLine), match.end + minifiedLine);
  const at = match.start - Math.max(0, match.start - minifiedLine);
  const start = around.lastIndexOf(0x0a, at);
  const end = around.indexOf(0x0a, at);
  return (end === -1 ? around.length : end) - (start === -1 ? 0 : start) >= minifiedLine;
}

/** The whole name: what stands before the keyword, and what follows it up to the operator. */
function assignedName(bytes: Buffer, match: RuleMatch, format: Format): string {
  if (format.id === "generic-comparison") return /[\w.-]+$/.exec(bytes.toString("latin1", match.valueEnd, match.end))?.[0] ?? "";
  const before = /[\w.-]*$/.exec(bytes.toString("latin1", Math.max(0, match.start - 60), match.start))?.[0] ?? "";
  const inside = /^[\w.-]*/.exec(bytes.toString("latin1", match.start, match.valueStart))?.[0] ?? "";
  return before + inside;
}
