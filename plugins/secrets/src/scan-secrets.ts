import { readableBytes, type RuleMatch, type RuleSet } from "@muster/patterns";
import { type AllowComment, AllowComments, isValid } from "./allow-comment.ts";
import type { Candidate, Form, SecretFact, SuppressedCandidate, Suppression } from "./candidate.ts";
import type { Format } from "./format.ts";
import { Claims } from "./claims.ts";
import { isInExample } from "./in-example.ts";
import { judgeMatch } from "./judge-match.ts";
import { keyedHash } from "./keyed-hash.ts";
import type { Kind } from "./kind.ts";
import { Places } from "./place.ts";
import { redact } from "./redact.ts";

const mostCandidates = 1000;

/** What one file holds; `undefined` for nothing, and for a binary file. */
export function scanSecrets(file: Buffer, rules: RuleSet, formats: ReadonlyMap<string, Format>, hashKey: Buffer): SecretFact | undefined {
  const readable = readableBytes(file);
  if (readable.kind === "binary") return undefined;
  const { bytes } = readable;
  const { matches, complete } = rules.scan(bytes);
  if (matches.length === 0 && complete) return undefined;

  const suppressed: { readonly match: RuleMatch; readonly format: Format; readonly why: Suppression; readonly comment?: AllowComment }[] = [];
  const reported: { readonly match: RuleMatch; readonly format: Format; readonly kind: Kind; readonly form: Form; readonly example: boolean; readonly comment: AllowComment | undefined }[] = [];
  const taken = new Claims(bytes.length);
  const comments = new AllowComments(bytes);
  // A particular format that was suppressed keeps its text: the general one must not report it after all.
  for (const match of [...matches].sort((a, b) => rank(a, formats) - rank(b, formats) || a.start - b.start)) {
    const format = formats.get(match.rule.id);
    if (format === undefined || taken.overlaps(match.valueStart, match.valueEnd)) continue;
    const verdict = judgeMatch(bytes, match, format);
    if ("none" in verdict) continue;
    taken.add(match.valueStart, match.valueEnd);
    if ("suppressed" in verdict) {
      suppressed.push({ match, format, why: verdict.suppressed });
      continue;
    }
    const comment = comments.at(match.start, match.end);
    if (comment !== undefined && isValid(comment)) suppressed.push({ match, format, why: "allowed", comment });
    else reported.push({ match, format, kind: verdict.report, form: verdict.form, example: verdict.example === true || isInExample(bytes, match.valueStart), comment });
  }
  if (reported.length === 0 && suppressed.length === 0 && complete) return undefined;

  const candidates = inOrder(bytes, reported, ({ match, format, kind, form, example, comment }, place): Candidate => ({
    format: format.id,
    title: format.title,
    kind,
    confidence: format.confidence,
    form,
    ...place,
    redacted: redact(match.value, format.shown),
    hash: keyedHash(match.value, hashKey),
    ...(comment !== undefined && { unreasoned: true }),
    ...(example && { example }),
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
