import type { EndpointEvidence, ScanResult } from "@muster/contract";
import { endpointEvidence, readRefUpdate, readScanRun, readStatements, refUpdateType, scanRunType, spansOf, type LedgerReader, type RecordedScan } from "@muster/evidence";
import { readResult, scanOfReference, type Repository } from "@muster/store";
import type { ApiContext } from "../context.ts";
import { NotFoundError } from "../schema/errors.ts";

export interface EvidenceQuestion {
  readonly repository: Repository;
  /** `DELETE /items/{id}`; names of parameters do not tell endpoints apart. */
  readonly endpoint: string;
  /** A commit, a ref, or a day (`YYYY-MM-DD`, UTC). */
  readonly at: string;
}

/** What an auditor asks of an endpoint at a time. Throws `NotFoundError` where there is no result, or no such endpoint in it. */
export async function evidenceAt({ repository, endpoint, at }: EvidenceQuestion, { services, run }: ApiContext): Promise<readonly EndpointEvidence[]> {
  const book = await services.evidence?.read(repository.id);
  const day = /^\d{4}-\d\d-\d\d$/u.test(at) ? lastMoveOf(book?.reader, at, repository) : undefined;
  const reference = day?.commit ?? at;
  const json = await run(async (rows) => {
    const scan = await scanOfReference(rows, repository.id, reference);
    return scan === undefined ? undefined : readResult(rows, scan.id);
  });
  if (json === undefined) throw new NotFoundError(`There is no result of ${JSON.stringify(reference)}: have it scanned first.`);
  const result = JSON.parse(json) as ScanResult;
  const { commit } = result.target;
  const found = result.endpoints.filter(({ method, path }) => plain(`${method} ${path}`) === plain(endpoint));
  if (found.length === 0 || commit === undefined) throw new NotFoundError(`There is no endpoint ${JSON.stringify(endpoint)} at ${reference}: it is named METHOD /path.`);
  const recorded = book && lastScanOf(book.reader, commit);
  const brought = (await services.evidence?.brought(repository, commit, found.flatMap(({ id }) => spansOf(result, id)))) ?? new Map();
  return found.map(({ id }) =>
    endpointEvidence(result, id, brought, {
      commit,
      ...(day !== undefined && { at: day.said }),
      ...(book !== undefined && recorded !== undefined && { record: { ledger: book.reader.checkpoint.origin, sequence: recorded.sequence, recordedAt: recorded.recordedAt, resultSha256: recorded.resultSha256, proof: book.reader.prove(recorded.sequence), bundle: book.reader.record(recorded.sequence).bundle.toString("utf8") } }),
    }),
  );
}

/** Where the main ref was at the end of a day, by the pushes of the ledger: committers' clocks are theirs to set. */
function lastMoveOf(reader: LedgerReader | undefined, day: string, { mainRef = "refs/heads/main" }: Repository): { readonly commit: string; readonly said: string } {
  let last: { readonly after: string; readonly at: string } | undefined;
  if (reader !== undefined) for (const record of readStatements(reader, [refUpdateType])) {
    const push = readRefUpdate(record);
    if (push.ref === mainRef && push.at <= `${day}T23:59:59.999Z` && (last === undefined || push.at >= last.at)) last = push;
  }
  if (last === undefined) throw new NotFoundError(`No push of ${mainRef} on ${day} or before is in the ledger: name a commit.`);
  return { commit: last.after, said: `the state of ${mainRef} at the end of ${day}, pushed ${last.at}` };
}

function lastScanOf(reader: LedgerReader, commit: string): RecordedScan | undefined {
  let last: RecordedScan | undefined;
  for (const record of readStatements(reader, [scanRunType])) {
    const run = readScanRun(record);
    if (run.commit === commit) last = run;
  }
  return last;
}

function plain(name: string): string {
  return name.trim().replaceAll(/\{[^{}]*\}/gu, "{}").replace(/^[a-z]+/u, (method) => method.toUpperCase());
}
