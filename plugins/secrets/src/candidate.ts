import type { Confidence, Json } from "@muster/contract";
import type { Encoding } from "./decode.ts";
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
  /** A comment of ours stands beside it without the reason that it must give. */
  readonly unreasoned?: true;
  /** Its line, or the value itself, says that it is an example. */
  readonly example?: true;
  /** How the text is written that holds it, where that is not plainly. */
  readonly encoding?: Encoding;
  /** The file of an archive that it lies in, with its line there. */
  readonly entry?: { readonly name: string; readonly line: number };
};

/** Why a candidate is not reported. */
export type Suppression = keyof typeof suppressionReasons;

export const suppressionReasons = {
  entropy: "Too short, or not random enough, for a secret.",
  checksum: "It does not pass the check of its format: a checksum that does not hold, or a body that is none.",
  placeholder: "A placeholder or a default stands where a secret would.",
  template: "It is filled in from elsewhere.",
  reference: "It refers to a secret that is kept elsewhere.",
  words: "Its name or its text says that it is something else.",
  hashed: "A hash, from which nobody reads the secret.",
  public: "A key that every reader of a page is sent: it is made to be public.",
  minified: "A name beside a text, in a program that was minified.",
  allowed: "A comment allows it.",
} as const;

/** A candidate that is not reported. */
export type SuppressedCandidate = Pick<Candidate, "format" | "title" | "kind" | "line" | "column" | "endLine" | "endColumn" | "redacted" | "hash" | "entry"> & {
  readonly why: Suppression;
  /** Of a comment that allows it. */
  readonly mark?: string;
  readonly reason?: string;
};

/** What one file holds. The same bytes give the same fact under any path: paths are judged later. */
export type SecretFact = {
  readonly candidates: readonly Candidate[];
  readonly suppressed: readonly SuppressedCandidate[];
  /** Candidates beyond the first thousand of the file. */
  readonly more: number;
  /** The same of those that were suppressed. */
  readonly moreSuppressed: number;
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
