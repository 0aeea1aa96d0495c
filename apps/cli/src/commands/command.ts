import type { OptionName } from "../arguments/option-table.ts";
import type { Arguments } from "../arguments/parse-arguments.ts";
import type { ExitStatus, Session } from "../environment/session.ts";

/** What is told of a command, and which options it takes. Cheap to import: the work is imported by `load`. */
export interface Command {
  readonly name: string;
  /** What follows the name: `<folder>`. */
  readonly operands: string;
  readonly summary: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly { readonly line: string; readonly text: string }[];
  load(): Promise<(given: Arguments, session: Session) => Promise<ExitStatus>>;
}
