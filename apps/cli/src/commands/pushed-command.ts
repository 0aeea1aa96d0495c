import path from "node:path";
import { refUpdateStatement, refUpdateType } from "@muster/evidence";
import { pseudonym } from "@muster/scanner";
import { lastValue, type Arguments } from "../arguments/parse-arguments.ts";
import { CommandError } from "../command-error.ts";
import { hashKeyOf } from "../environment/secret-hash-key.ts";
import type { ExitStatus, Session } from "../environment/session.ts";
import { appendRecords } from "../evidence/append-records.ts";
import { writeText } from "../output/write-text.ts";
import { refuseMore } from "./operands.ts";

const kinds = ["fast-forward", "force", "create", "delete"] as const;
const zeros = /^0+$/u;

/** `muster pushed`. */
export async function pushedCommand(given: Arguments, session: Session): Promise<ExitStatus> {
  refuseMore(given, 2, "pushed");
  const [operand, repository] = given.positionals;
  const before = lastValue(given, "before");
  const after = lastValue(given, "after");
  if (operand === undefined || repository === undefined || before === undefined || after === undefined) throw new CommandError(2, "muster pushed needs a ledger, the repository's name, --before and --after.", 'For example: muster pushed evidence shop --before "$old" --after "$new"');
  const said = lastValue(given, "kind") ?? (zeros.test(after) ? "delete" : zeros.test(before) ? "create" : "fast-forward");
  const kind = kinds.find((one) => one === said);
  if (kind === undefined) throw new CommandError(2, `There is no kind of push ${JSON.stringify(said)}.`, `Kinds: ${kinds.join(", ")}.`);
  const actor = lastValue(given, "actor");
  const key = hashKeyOf(session.env);
  if (actor !== undefined && key.status === "missing") throw new CommandError(2, `Names are kept as keyed hashes, and there is no key: ${key.reason}.`, "Leave out --actor, or make the key's folder writable.");
  const [entry] = await appendRecords(
    path.resolve(session.cwd, operand),
    () => [{ type: refUpdateType, statement: refUpdateStatement({ repository, ref: lastValue(given, "ref") ?? "refs/heads/main", before, after, at: lastValue(given, "time") ?? new Date().toISOString(), kind, source: "manual", ...(actor !== undefined && key.status === "known" && { actor: pseudonym(actor, key.key) }) }) }],
    given,
    session,
  );
  if (given.switches.get("quiet") !== true) await writeText(session.stderr, `muster: record ${entry?.sequence ?? 0}: ${before.slice(0, 12)} → ${after.slice(0, 12)}\n`);
  return 0;
}
