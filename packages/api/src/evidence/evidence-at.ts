import type { EndpointEvidence, ScanResult } from "@muster/contract";
import { endpointEvidence, spansOf } from "@muster/evidence";
import { readResult, recordedMove, recordedScan, scanOfReference, type Repository } from "@muster/store";
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
export async function evidenceAt({ repository, endpoint, at }: EvidenceQuestion, context: ApiContext): Promise<readonly EndpointEvidence[]> {
  const { services, run } = context;
  const day = /^\d{4}-\d\d-\d\d$/u.test(at) ? await stateOn(at, repository, context) : undefined;
  const reference = day?.commit ?? at;
  const known = await run(async (rows) => {
    const scan = await scanOfReference(rows, repository.id, reference);
    const json = scan === undefined ? undefined : await readResult(rows, scan.id);
    return scan?.commit === undefined || json === undefined ? undefined : { commit: scan.commit, resultSha256: scan.resultSha256 ?? "", json, place: await recordedScan(rows, repository.id, scan.commit) };
  });
  if (known === undefined) throw new NotFoundError(`There is no result of ${JSON.stringify(reference)}: have it scanned first.`);
  const { commit, place, resultSha256 } = known;
  const result = JSON.parse(known.json) as ScanResult;
  const found = result.endpoints.filter(({ method, path }) => plain(`${method} ${path}`) === plain(endpoint));
  if (found.length === 0) throw new NotFoundError(`There is no endpoint ${JSON.stringify(endpoint)} at ${reference}: it is named METHOD /path.`);
  const book = place === undefined ? undefined : await services.evidence?.read(repository.id);
  const recorded = book === undefined || place === undefined ? undefined : { reader: book.reader, ...book.reader.record(place) };
  const brought = (await services.evidence?.brought(repository, commit, found.flatMap(({ id }) => spansOf(result, id)))) ?? new Map();
  return found.map(({ id }) =>
    endpointEvidence(result, id, brought, {
      commit,
      ...(day !== undefined && { at: day.said }),
      ...(recorded !== undefined && { record: { ledger: recorded.reader.checkpoint.origin, sequence: recorded.sequence, recordedAt: recorded.time, resultSha256, proof: recorded.reader.prove(recorded.sequence), bundle: recorded.bundle.toString("utf8") } }),
    }),
  );
}

/** Where the main ref was at the end of a day, by the pushes that the ledger holds: committers' clocks are theirs to set. */
async function stateOn(day: string, { id, mainRef = "refs/heads/main" }: Repository, { run }: ApiContext): Promise<{ readonly commit: string; readonly said: string }> {
  const end = new Date(`${day}T23:59:59.999Z`);
  const last = Number.isNaN(end.getTime()) ? undefined : await run((rows) => recordedMove(rows, id, mainRef, end));
  if (last === undefined) throw new NotFoundError(`No push of ${mainRef} on ${day} or before is in the ledger: name a commit.`);
  return { commit: last.after, said: `the state of ${mainRef} at the end of ${day}, pushed ${last.at.toISOString()}` };
}

function plain(name: string): string {
  return name.trim().replaceAll(/\{[^{}]*\}/gu, "{}").replace(/^[a-z]+/u, (method) => method.toUpperCase());
}
