import { createHash } from "node:crypto";
import { predicateTypeOf, statementType, type Statement } from "../envelope/statement.ts";
import type { SignedRecord } from "../ledger/read-statements.ts";

/** The kind of such records. */
export const refUpdateType = "ref-update";

const kinds = ["fast-forward", "force", "create", "delete"] as const;
const sources = ["webhook", "api", "poll", "manual"] as const;

/** A ref that moved, as the server of the repository saw it. */
export interface RefUpdate {
  readonly repository: string;
  readonly ref: string;
  /** Commit ids; all zeros where the ref was not there, or is there no more. */
  readonly before: string;
  readonly after: string;
  /** When the server took it: RFC 3339, UTC. */
  readonly at: string;
  /** A keyed hash of who pushed. */
  readonly actor?: string;
  readonly kind: (typeof kinds)[number];
  readonly source: (typeof sources)[number];
  readonly delivery?: string;
}

export interface RecordedRefUpdate extends RefUpdate {
  readonly sequence: number;
  readonly recordedAt: string;
}

const commitId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** What is kept of a push. Throws where it is none. */
export function refUpdateStatement(update: RefUpdate): Statement {
  const { repository, ref, after, before } = checked(update);
  const subject = /^0+$/.test(after) ? before : after;
  return { _type: statementType, subject: [{ name: `${repository} ${ref}`, digest: { gitCommit: subject, sha256: createHash("sha256").update(JSON.stringify([ref, before, after])).digest("hex") } }], predicateType: predicateTypeOf(refUpdateType), predicate: update };
}

export function readRefUpdate({ entry, statement: { predicate } }: SignedRecord): RecordedRefUpdate {
  return { ...checked(predicate), sequence: entry.sequence, recordedAt: entry.time };
}

/** The parsing edge: webhooks and ledgers of others come by here. */
function checked(value: object): RefUpdate {
  const { repository, ref, before, after, at, actor, kind, source, delivery } = value as Readonly<Record<string, unknown>>;
  const knownKind = kinds.find((one) => one === kind);
  const knownSource = sources.find((one) => one === source);
  if (typeof repository !== "string" || typeof ref !== "string" || !isId(before) || !isId(after) || before === after || typeof at !== "string" || !instant.test(at) || Number.isNaN(Date.parse(at)) || knownKind === undefined || knownSource === undefined) throw new Error("This is no push: it lacks a repository, a ref, two different commits, a time, a kind or a source.");
  return { repository, ref, before, after, at, ...(typeof actor === "string" && { actor }), kind: knownKind, source: knownSource, ...(typeof delivery === "string" && { delivery }) };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && commitId.test(value);
}
