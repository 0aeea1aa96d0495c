import { readRefUpdate, readStatements, refUpdateType, type LedgerReader } from "@muster/evidence";
import { firstParents, ScanTargetError } from "@muster/scanner";
import { isDay } from "../arguments/read-values.ts";
import { CommandError } from "../command-error.ts";
import type { Session } from "../environment/session.ts";

/** The commit that is asked about, and how it was found where a day was asked for. */
export interface CommitAt {
  readonly reference: string;
  readonly at?: string;
}

/**
 * The commit that a branch had at the end of a day. Pushes in the ledger say that for certain; without them all there is
 * are the clocks of committers, and the answer says so.
 */
export async function commitAt(folder: string, asked: string, reader: LedgerReader | undefined, session: Session): Promise<CommitAt> {
  if (!isDay(asked)) return { reference: asked };
  const end = `${asked}T23:59:59.999Z`;
  let last: { readonly after: string; readonly at: string; readonly ref: string } | undefined;
  if (reader !== undefined) for (const record of readStatements(reader, [refUpdateType])) {
    const push = readRefUpdate(record);
    if (push.at <= end && (last === undefined || push.at >= last.at)) last = push;
  }
  if (last !== undefined) return { reference: last.after, at: `the state of ${last.ref} at the end of ${asked}, pushed ${last.at}` };
  try {
    const { commits } = await firstParents({ root: folder, to: "HEAD", signal: session.signal });
    const found = commits.findLast(({ committedAt }) => committedAt <= end);
    if (found === undefined) throw new CommandError(2, `HEAD had no commit on ${asked}.`, "Name a commit.");
    return { reference: found.commit, at: `the last commit of HEAD's first parents that says it is of ${asked} or before: that is its committer's clock, and no push in a ledger` };
  } catch (error) {
    if (error instanceof ScanTargetError) throw new CommandError(2, error.message, "", { cause: error });
    throw error;
  }
}
