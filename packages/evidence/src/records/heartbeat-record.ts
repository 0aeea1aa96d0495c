import { predicateTypeOf, statementType, type Statement } from "../envelope/statement.ts";
import type { SignedRecord } from "../ledger/read-statements.ts";
import type { Checkpoint } from "../note/checkpoint.ts";

/** The kind of such records: the scanner signs them. */
export const heartbeatType = "heartbeat";

/** That a ledger was kept on a day on which nothing else happened, and where its branches were. */
export interface RecordedHeartbeat {
  readonly sequence: number;
  readonly at: string;
  /** Records that the ledger had before it. */
  readonly size: number;
  readonly heads: readonly BranchHead[];
}

/** Where a branch was when someone looked. */
export interface BranchHead {
  readonly repository: string;
  readonly ref: string;
  readonly commit: string;
}

const commitId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * What is kept of a day: the state of the log, so that silence is no gap, and the branches as they were seen. A branch
 * that is somewhere else than the last push left it shows that pushes are missing.
 */
export function heartbeatStatement({ origin, size, root }: Checkpoint, heads: readonly BranchHead[]): Statement {
  return { _type: statementType, subject: [{ name: origin, digest: { sha256: Buffer.from(root).toString("hex") } }], predicateType: predicateTypeOf(heartbeatType), predicate: { size, heads: heads.map(({ repository, ref, commit }) => ({ repository, ref, commit })) } };
}

/** Reads what `heartbeatStatement` wrote. Throws where it is none, or was written at another place of the log. */
export function readHeartbeat({ entry, statement }: SignedRecord): RecordedHeartbeat {
  const { size, heads } = statement.predicate as Readonly<Record<string, unknown>>;
  if (size !== entry.sequence || !Array.isArray(heads) || !heads.every(isHead)) throw new Error(`Record ${entry.sequence} of the ledger is no heartbeat of this place of the log.`);
  return { sequence: entry.sequence, at: entry.time, size: entry.sequence, heads };
}

function isHead(value: unknown): value is BranchHead {
  return typeof value === "object" && value !== null && "repository" in value && typeof value.repository === "string" && "ref" in value && typeof value.ref === "string" && "commit" in value && typeof value.commit === "string" && commitId.test(value.commit);
}
