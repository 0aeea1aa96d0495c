import type { KeyObject } from "node:crypto";
import { readableBytes, type RuleSet } from "@muster/patterns";
import type { PythonParser } from "@muster/python/literals";
import { type AllowComment, AllowComments, isValid } from "./allow-comment.ts";
import type { Candidate, SecretFact, SuppressedCandidate } from "./candidate.ts";
import { type Found, type FoundSecret, findSecrets, type LeftOut } from "./find-secrets.ts";
import type { Format } from "./format.ts";
import { keyedHash } from "./keyed-hash.ts";
import { Places } from "./place.ts";
import { judgePython } from "./python-literals.ts";
import { redact } from "./redact.ts";

/** Candidates of one file; those beyond are counted. */
export const mostCandidates = 1000;

/** What finds secrets: the same for every file of a scan. */
export interface Finder {
  readonly rules: RuleSet;
  readonly formats: ReadonlyMap<string, Format>;
  readonly python: PythonParser;
}

/** What one file holds; `undefined` for nothing, and for a binary file. */
export function scanSecrets(file: Buffer, finder: Finder, hashKey: KeyObject): SecretFact | undefined {
  const readable = readableBytes(file);
  if (readable.kind === "binary") return undefined;
  const { bytes } = readable;
  const { secrets, leftOut, complete } = judgePython(bytes, findSecrets(bytes, finder.rules, finder.formats), finder.python);
  if (secrets.length === 0 && leftOut.length === 0 && complete) return undefined;

  const comments = new AllowComments(bytes);
  const reported: (FoundSecret & { readonly comment: AllowComment | undefined })[] = [];
  const suppressed: (LeftOut & { readonly comment?: AllowComment })[] = [...leftOut];
  for (const secret of secrets) {
    const comment = comments.at(secret.start, secret.end);
    if (comment !== undefined && isValid(comment)) suppressed.push({ ...secret, why: "allowed", comment });
    else reported.push({ ...secret, comment });
  }

  const candidates = inOrder(bytes, reported, ({ format, value, kind, form, example, encoding, comment }, place): Candidate => ({
    format: format.id,
    title: format.title,
    kind,
    confidence: format.confidence,
    form,
    ...place,
    redacted: redact(value, format.shown),
    hash: keyedHash(value, hashKey),
    ...(comment !== undefined && { unreasoned: true }),
    ...(example && { example }),
    ...(encoding !== undefined && { encoding }),
  }));
  const values = new Set([...reported, ...suppressed].map(({ value }) => value).filter(({ length }) => length >= 4));
  const left = inOrder(bytes, suppressed, ({ format, value, why, comment }, place): SuppressedCandidate => ({
    format: format.id,
    title: format.title,
    kind: format.kind,
    ...place,
    redacted: redact(value, format.shown),
    hash: keyedHash(value, hashKey),
    why,
    ...(comment !== undefined && { mark: comment.mark, reason: withoutValues(comment.reason, values) }),
  }));
  return { candidates, suppressed: left, more: reported.length - candidates.length, moreSuppressed: suppressed.length - left.length, complete };
}

type Place = Pick<Candidate, "line" | "column" | "endLine" | "endColumn">;

/** The first thousand, by their place in the file. */
function inOrder<One extends Found, T>(bytes: Buffer, found: readonly One[], make: (found: One, place: Place) => T): T[] {
  const places = new Places(bytes);
  return [...found]
    .sort((a, b) => a.valueStart - b.valueStart)
    .slice(0, mostCandidates)
    .map((one) => {
      const from = places.at(one.valueStart);
      const to = places.at(one.valueEnd);
      return make(one, { line: from.line, column: from.column, endLine: to.line, endColumn: to.column });
    });
}

/** A comment may repeat what it stands beside. */
function withoutValues(text: string, values: ReadonlySet<string>): string {
  let left = text;
  for (const value of values) if (value.length <= left.length && left.includes(value)) left = left.replaceAll(value, "…");
  return left;
}
