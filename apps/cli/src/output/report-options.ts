import type { TerminalOptions } from "@muster/reporters/terminal";
import type { Arguments } from "../arguments/parse-arguments.ts";
import { wantsColour } from "../environment/colour.ts";
import type { Session } from "../environment/session.ts";
import { folderSource } from "../scan/folder-source.ts";

/** How to draw for people: on standard output, or into a file, which has colours only when they are asked for. */
export function terminalOptions(folder: string, given: Arguments, session: Session, file?: string): TerminalOptions {
  const asked = given.switches.get("color");
  return {
    colour: file === undefined ? wantsColour(asked, session.env, session.stdout) : asked === true,
    width: file === undefined ? (session.stdout.columns || 100) : 100,
    source: folderSource(folder),
    everything: given.switches.get("all") === true,
  };
}
