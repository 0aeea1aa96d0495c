import { CommandError } from "../command-error.ts";
import type { Arguments } from "../arguments/parse-arguments.ts";

/** Refuses more operands than a command takes: most often a path with spaces that was not quoted. */
export function refuseMore(given: Arguments, most: number, command: string): void {
  if (given.positionals.length > most) throw new CommandError(2, `muster ${command} takes no operand ${JSON.stringify(given.positionals[most])}.`, "A path with spaces needs quotes around it.");
}
