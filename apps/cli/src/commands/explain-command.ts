import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { onlyApplication } from "../output/deliver.ts";
import { terminalOptions } from "../output/report-options.ts";
import { writeText } from "../output/write-text.ts";
import { runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

/** `muster explain`. Status 2 where there is no such endpoint. */
export async function explainCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 2, "explain");
  const [query, operand = "."] = given.positionals;
  if (query === undefined) throw new CommandError(2, "muster explain needs an endpoint.", 'As in: muster explain "DELETE /items/{id}"');
  const folder = scanFolder(operand, "explain", session.cwd);
  const scanned = await runScan(folder, given, session);
  const result = onlyApplication(scanned.result, given);
  const { findEndpoint, renderExplanation } = await import("@muster/reporters/terminal");
  const search = findEndpoint(result, query);
  if (search.status === "none") {
    const { sanitise } = await import("@muster/reporters");
    const near = search.near.map((name) => `  ${sanitise(name)}`).join("\n");
    throw new CommandError(2, `There is no endpoint ${JSON.stringify(query)} in ${folder}.`, near === "" ? `It has ${result.endpoints.length}; muster inventory lists them.` : `Alike are\n${near}`);
  }
  const options = terminalOptions(folder, given, session);
  await writeText(session.stdout, search.endpoints.map((endpoint) => renderExplanation(result, endpoint.id, options)).join("\n"));
  return result.status === "partial" ? 3 : 0;
}
