import { readableBytes, type RuleMatch, type RuleSet } from "@muster/patterns";
import { type AllowComment, AllowComments, isValid } from "./allow-comment.ts";
import type { Candidate, Form, SecretFact, SuppressedCandidate, Suppression } from "./candidate.ts";
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

  const suppressed: { readonly match: RuleMatch; readonly format: Format; readonly why: Suppression; readonly comment?: AllowComment }[] = [];
  const reported: { readonly match: RuleMatch; readonly format: Format; readonly kind: Kind; readonly form: Form; readonly comment: AllowComment | undefined }[] = [];
  const taken = new Claims(bytes.length);
  const comments = new AllowComments(bytes);
  // A particular format that was suppressed keeps its text: the general one must not report it after all.
  for (const match of [...matches].sort((a, b) => rank(a, formats) - rank(b, formats) || a.start - b.start)) {
    const format = formats.get(match.rule.id);
    if (format === undefined || taken.overlaps(match.valueStart, match.valueEnd)) continue;
    const verdict = judge(bytes, match, format);
    if ("none" in verdict) continue;
    taken.add(match.valueStart, match.valueEnd);
    if ("suppressed" in verdict) {
      suppressed.push({ match, format, why: verdict.suppressed });
      continue;
    }
    const comment = comments.at(match.start, match.end);
    if (comment !== undefined && isValid(comment)) suppressed.push({ match, format, why: "allowed", comment });
    else reported.push({ match, format, kind: verdict.report, form: verdict.form, comment });
  }
  if (reported.length === 0 && suppressed.length === 0 && complete) return undefined;

  const candidates = inOrder(bytes, reported, ({ match, format, kind, form, comment }, place): Candidate => ({
    format: format.id,
    title: format.title,
    kind,
    confidence: format.confidence,
    form,
    ...place,
    redacted: redact(match.value, format.shown),
    hash: keyedHash(match.value, hashKey),
    ...(comment !== undefined && { unreasoned: true }),
  }));
  const left = inOrder(bytes, suppressed, ({ match, format, why, comment }, place): SuppressedCandidate => ({
    format: format.id,
    title: format.title,
    kind: format.kind,
    ...place,
    redacted: redact(match.value, format.shown),
    why,
    ...(comment !== undefined && { mark: comment.mark, reason: withoutValues(comment.reason, [...reported, ...suppressed]) }),
  }));
  return { candidates, suppressed: left, more: reported.length - candidates.length, moreSuppressed: suppressed.length - left.length, complete };
}

type Place = Pick<Candidate, "line" | "column" | "endLine" | "endColumn">;

/** The first thousand, by their place in the file. */
function inOrder<Found extends { readonly match: RuleMatch }, T>(bytes: Buffer, found: readonly Found[], make: (found: Found, place: Place) => T): T[] {
  const places = new Places(bytes);
  return [...found]
    .sort((a, b) => a.match.valueStart - b.match.valueStart)
    .slice(0, mostCandidates)
    .map((one) => {
      const from = places.at(one.match.valueStart);
      const to = places.at(one.match.valueEnd);
      return make(one, { line: from.line, column: from.column, endLine: to.line, endColumn: to.column });
    });
}

/** A comment may repeat what it stands beside. */
function withoutValues(text: string, found: readonly { readonly match: RuleMatch }[]): string {
  return found.reduce((left, { match: { value } }) => (value.length < 4 ? left : left.replaceAll(value, "…")), text);
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
