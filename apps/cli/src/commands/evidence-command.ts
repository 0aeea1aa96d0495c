import type { ScanResult } from "@muster/contract";
import { endpointEvidence, spansOf } from "@muster/evidence";
import { sanitise } from "@muster/reporters";
import { findEndpoint, renderEvidence } from "@muster/reporters/terminal";
import { broughtBy } from "@muster/scanner";
import { readOutputs, type Format } from "../arguments/outputs.ts";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { commitAt } from "../evidence/commit-at.ts";
import { evidenceRecord, keptResult, lastScanOf } from "../evidence/kept-result.ts";
import { readLedger } from "../evidence/open-ledger.ts";
import { onlyApplication, writeDeliveries } from "../output/deliver.ts";
import { terminalOptions } from "../output/report-options.ts";
import { checkWritable } from "../output/write-file-whole.ts";
import { resolveCommit, runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

const formats: readonly Format[] = ["terminal", "json"];

/** `muster evidence`. Status 2 where there is no such endpoint at that commit. */
export async function evidenceCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 2, "evidence");
  const [query, operand = "."] = given.positionals;
  if (query === undefined) throw new CommandError(2, "muster evidence needs an endpoint.", 'As in: muster evidence "DELETE /items/{id}" --at v1.4');
  const folder = scanFolder(operand, "evidence", session.cwd);
  const outputs = readOutputs(given, formats, session.cwd);
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
  const named = lastValue(given, "ledger");
  const ledger = named === undefined ? undefined : await readLedger(named, given, session);
  const { reference, at } = await commitAt(folder, lastValue(given, "at") ?? "HEAD", ledger?.reader, session);
  const commit = await resolveCommit(folder, reference, session);
  const kept = ledger && lastScanOf(ledger.reader, commit);
  const whole: ScanResult = ledger !== undefined && kept !== undefined ? keptResult(ledger.folder, kept) : (await runScan(folder, given, session, { commit })).result;
  const result = onlyApplication(whole, given);
  const search = findEndpoint(result, query);
  if (search.status === "none") throw new CommandError(2, `There is no endpoint ${JSON.stringify(query)} at ${commit.slice(0, 12)}.`, search.near.length === 0 ? `It has ${result.endpoints.length} endpoints.` : `Alike are\n${search.near.map((name) => `  ${sanitise(name)}`).join("\n")}`);
  const key = hashKeyOf(session.env);
  const spans = search.endpoints.flatMap(({ id }) => spansOf(result, id));
  const brought = await broughtBy({ root: folder, commit, spans, ...(key.status === "known" && { authorKey: key.key }), signal: session.signal });
  const answers = search.endpoints.map(({ id }) => endpointEvidence(result, id, brought, { commit, ...(at !== undefined && { at }), ...(ledger !== undefined && kept !== undefined && { record: evidenceRecord(ledger.reader, kept) }) }));
  await writeDeliveries(
    outputs.map(({ format, file }) => ({ text: format === "json" ? `${JSON.stringify(answers, undefined, 1)}\n` : answers.map((answer) => renderEvidence(answer, terminalOptions(folder, given, session, file))).join("\n"), ...(file !== undefined && { file }) })),
    given,
    session,
  );
  return result.status === "partial" ? 3 : 0;
}
