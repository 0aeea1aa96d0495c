import type { PeriodReport } from "@muster/contract";
import { ledgerFacts, periodReport, stateDigester, TimelineBuilder, type CommitState } from "@muster/evidence";
import type { FirstParents } from "@muster/scanner";
import { commitStates, type Repository } from "@muster/store";
import type { ApiContext } from "../context.ts";
import { InputError } from "../schema/errors.ts";

/** States of a branch that one report is made of. */
const mostStates = 2_000;

/** What nothing is known of. */
const unknownState: CommitState = { status: "partial", applications: [], endpoints: [], findings: [], controls: [], results: [[]].map(() => "") };

export interface PeriodRequest {
  readonly repository: Repository;
  readonly from: string;
  readonly to: string;
  readonly seed?: string;
}

/**
 * How controls operated between two states of a repository's main branch, by what the service scanned. Nothing is scanned
 * for it: of a state without a scan what held before is not known to hold, which lowers coverage and is a deviation.
 */
export async function periodOf({ repository, from, to, seed }: PeriodRequest, { services, run }: ApiContext): Promise<PeriodReport | undefined> {
  const book = await services.evidence?.read(repository.id);
  if (services.evidence === undefined || book === undefined) return undefined;
  const line: FirstParents = await services.evidence.line(repository, from, to);
  if (line.commits.length > mostStates) throw new InputError(`The period has ${line.commits.length} states, and one report at most ${mostStates}. Ask for less at a time, or make it with muster report.`);
  const states = await run((rows) => commitStates(rows, repository.id, line.commits.map(({ commit }) => commit)));
  const builder = new TimelineBuilder();
  let last = unknownState;
  for (const commit of line.commits) {
    const kept = states.get(commit.commit);
    last = kept === undefined ? { ...last, status: "partial" } : stateDigester.decode(kept);
    builder.add(commit, last);
  }
  const timeline = builder.finish({ tool: { name: "muster", version: services.version }, repository: repository.name, command: line.command, deviations: line.deviations });
  return periodReport({ timeline, ...(await ledgerFacts(book.reader, repository.mainRef ?? "refs/heads/main")), ...(seed !== undefined && { seed }) });
}
