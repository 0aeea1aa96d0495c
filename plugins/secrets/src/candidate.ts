import type { Confidence, Json } from "@muster/contract";
import { type Kind, kinds } from "./kind.ts";

/** How the value is written: in quotes, bare (a word of a configuration file), or a token that stands for itself. */
export type Form = "quoted" | "bare" | "token";

/**
 * A secret as it may leave the worker: the value itself is not in it. Lines and columns count from 1, columns in UTF-16
 * code units.
 */
export type Candidate = {
  /** Id of its format: `github-token`. */
  readonly format: string;
  readonly title: string;
  readonly kind: Kind;
  readonly confidence: Confidence;
  readonly form: Form;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** `ghp_… (40 characters)`. */
  readonly redacted: string;
  /** HMAC-SHA-256 of the value under the key of the installation, its first 128 bits in hexadecimal. */
  readonly hash: string;
};

/** Why a candidate is not reported. */
export type Suppression = "entropy" | "checksum" | "placeholder" | "template" | "reference" | "words" | "hashed" | "minified" | "allowed";

/** What one file holds. The same bytes give the same fact under any path: paths are judged later. */
export type SecretFact = {
  readonly candidates: readonly Candidate[];
  /** Candidates that were left out, counted by reason. */
  readonly suppressed: { readonly [reason: string]: number };
  /** Candidates beyond the first thousand of the file. */
  readonly more: number;
  /** False where the file is made of so many keywords that its budget ran out before its end. */
  readonly complete: boolean;
};

/** Reads a fact back. Facts come from the plugin's own extractor through JSON; anything else is a broken promise. */
export function secretFact(fact: Json): SecretFact {
  if (!isSecretFact(fact)) throw new Error("A fact of secrets/candidates has another shape than its extractor gives it. Remove the cache and scan again.");
  return fact;
}

function isSecretFact(fact: unknown): fact is SecretFact {
  if (typeof fact !== "object" || fact === null || !("candidates" in fact) || !("suppressed" in fact) || !("complete" in fact)) return false;
  return Array.isArray(fact.candidates) && fact.candidates.every((candidate) => kinds.includes(candidate.kind) && typeof candidate.hash === "string");
}
