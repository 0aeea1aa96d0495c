import type { Finding, ScanResult } from "@muster/contract";
import { count, sanitise } from "@muster/reporters";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { changesOf, writeChanges } from "../fix/change-files.ts";
import { planFixes, type FixPlan } from "../fix/plan-fixes.ts";
import { proveFixes } from "../fix/prove-fixes.ts";
import { suggestion } from "../nearest.ts";
import { terminalOptions } from "../output/report-options.ts";
import { writeText } from "../output/write-text.ts";
import { runScan } from "../scan/run-scan.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { refuseMore } from "./operands.ts";

/** `muster fix`. Status 1 where a second scan does not prove what was applied. */
export async function fixCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 1, "fix");
  const folder = scanFolder(given.positionals[0], "fix", session.cwd);
  const { result } = await runScan(folder, given, session);
  const chosen = chosenFindings(result, given.values.flatMap(({ name, value }) => (name === "only" ? [value] : [])));
  const plan = planFixes(chosen);
  if (plan.taken.length === 0) {
    await writeText(session.stdout, `\nThere is nothing that can be mended mechanically: ${count(chosen.length, "finding")}, none with a mend.\n`);
    return result.status === "partial" ? 3 : 0;
  }
  const changes = changesOf(folder, plan.files);
  const { renderFixes } = await import("@muster/reporters/terminal");
  await writeText(session.stdout, renderFixes(result, { fixes: plan.taken, changes }, terminalOptions(folder, given, session)));
  if (given.switches.get("apply") !== true) {
    await writeText(session.stderr, `\nNothing was written. --apply writes ${count(plan.taken.length, "mend")} into ${count(changes.length, "file")}.${waiting(plan)}\n`);
    return result.status === "partial" ? 3 : 0;
  }
  writeChanges(folder, changes);
  const second = (await runScan(folder, given, session)).result;
  return tellProof(plan, result, second, session);
}

/** A mend is proved when the second scan finds it no more, and finds nothing that was not there. */
async function tellProof(plan: FixPlan, first: ScanResult, second: ScanResult, session: Session): Promise<ExitStatus> {
  const { remaining, added } = proveFixes(plan.taken, first.findings, second.findings);
  const line = ({ span, rule, message }: Finding): string => `  ${sanitise(span.path)}:${span.line}  ${rule}  ${sanitise(message)}`;
  const proved = plan.taken.length - remaining.length;
  const texts = [
    `\nWrote ${count(plan.taken.length, "mend")}. A second scan ${remaining.length + added.length === 0 ? "proves" : "proves only"} ${proved} of them.${waiting(plan)}`,
    ...(remaining.length > 0 ? ["Still found:", ...remaining.map(line)] : []),
    ...(added.length > 0 ? ["Found since:", ...added.map(line)] : []),
    ...(second.status === "partial" && first.status === "complete" ? ["The second scan could not be completed: look at the changes before you keep them."] : []),
  ];
  await writeText(session.stderr, `${texts.join("\n")}\n`);
  if (second.status === "partial") return 3;
  return remaining.length + added.length > 0 ? 1 : 0;
}

function waiting({ deferred }: FixPlan): string {
  return deferred.length === 0 ? "" : ` ${count(deferred.length, "more mend")} at the same places: run muster fix again after these.`;
}

function chosenFindings({ findings, rules }: ScanResult, only: readonly string[]): readonly Finding[] {
  for (const name of only) {
    const ids = rules.map(({ id }) => id);
    if (!ids.includes(name) && !findings.some(({ fingerprint }) => fingerprint === name)) throw new CommandError(2, `--only ${JSON.stringify(name)} is no rule, and no finding of this scan.${suggestion(name, ids)}`, "muster rules lists the rules; --format json has the fingerprints.");
  }
  return only.length === 0 ? findings : findings.filter(({ rule, fingerprint }) => only.includes(rule) || only.includes(fingerprint));
}
