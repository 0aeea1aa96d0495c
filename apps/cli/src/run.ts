import { parseArguments } from "./arguments/parse-arguments.ts";
import { CommandError } from "./command-error.ts";
import { commands } from "./commands/command-list.ts";
import type { ExitStatus, Session } from "./environment/session.ts";
import { writeText } from "./output/write-text.ts";

/** Runs one command line and answers its exit status. Errors are told on standard error. */
export async function run(args: readonly string[], session: Session): Promise<ExitStatus> {
  try {
    return await dispatch(args, session);
  } catch (error) {
    if (session.signal.aborted) {
      await writeText(session.stderr, "muster: stopped. Nothing was reported; the cache is sound.\n");
      return 130;
    }
    if (error instanceof CommandError) {
      await writeText(session.stderr, `muster: ${error.message}\n${error.advice === "" ? "" : `${error.advice.replaceAll(/^/gmu, "  ")}\n`}`);
      return error.status;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await writeText(session.stderr, `muster: the scan broke off because of a defect in Muster.\n  Please report it with the lines below; they may name paths of yours.\n${detail.replaceAll(/^/gmu, "  ")}\n`);
    return 3;
  }
}

async function dispatch(args: readonly string[], session: Session): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-V" || name === "version") {
    const { readVersion } = await import("./version.ts");
    await writeText(session.stdout, `muster ${readVersion()}\n`);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const { commandHelp, programHelp } = await import("./commands/help.ts");
    const asked = commands.find((command) => command.name === rest[0]);
    await writeText(name === undefined ? session.stderr : session.stdout, asked === undefined ? programHelp(commands) : commandHelp(asked));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const { suggestion } = await import("./nearest.ts");
    const names = commands.map((candidate) => candidate.name);
    throw new CommandError(2, `There is no command ${JSON.stringify(name)}.${suggestion(name, names)}`, `Commands: ${names.join(", ")}. To scan a folder: muster scan <folder>.`);
  }
  const given = parseArguments(rest, command.name, command.options);
  if (given.switches.get("help") === true) {
    const { commandHelp } = await import("./commands/help.ts");
    await writeText(session.stdout, commandHelp(command));
    return 0;
  }
  return (await command.load())(given, session);
}
