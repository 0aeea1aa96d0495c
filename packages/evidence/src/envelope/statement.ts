/** What a statement is about. */
export interface Subject {
  readonly name: string;
  /** By algorithm, in lower-case hexadecimal: `gitCommit`, `gitTree`, `sha256`. */
  readonly digest: Readonly<Record<string, string>>;
}

/** An in-toto Statement v1. */
export interface Statement {
  readonly _type: typeof statementType;
  readonly subject: readonly Subject[];
  /** What kind of statement it is: `urn:muster:evidence:scan-run:1`. */
  readonly predicateType: string;
  readonly predicate: object;
}

export const statementType = "https://in-toto.io/Statement/v1";
/** The media type of statements in envelopes. */
export const payloadType = "application/vnd.in-toto+json";

/** The type of statements of a kind of record. */
export function predicateTypeOf(type: string): string {
  return `urn:muster:evidence:${type}:1`;
}

/** Reads a statement out of bytes whose signature was checked. Throws where it is none. */
export function parseStatement(bytes: Uint8Array): Statement {
  const read: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
  if (!isRecord(read) || read["_type"] !== statementType || typeof read["predicateType"] !== "string" || !isRecord(read["predicate"]) || !Array.isArray(read["subject"]) || read["subject"].length === 0 || !read["subject"].every(isSubject)) throw new Error("The payload is no in-toto statement.");
  return { _type: statementType, subject: read["subject"], predicateType: read["predicateType"], predicate: read["predicate"] };
}

function isSubject(value: unknown): value is Subject {
  return isRecord(value) && typeof value["name"] === "string" && isRecord(value["digest"]) && Object.keys(value["digest"]).length > 0 && Object.values(value["digest"]).every((digest) => typeof digest === "string" && /^[0-9a-f]+$/.test(digest));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
