import { optionTable, type OptionEntry, type OptionName } from "../arguments/option-table.ts";
import type { Command } from "./command.ts";

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  const rows = [...commands.map((command): [string, string] => [`${command.name} ${command.operands}`, command.summary]), ["setup --native", "Build the native regex engine: secrets are then found several times faster."] satisfies [string, string]];
  return `muster takes the roll of every endpoint of a Python codebase and proves from the code how each is guarded.

Usage: muster <command> [options]

Commands
${table(rows)}

  --version               Print the version.
  --help                  Print this help; muster <command> --help prints a command's own.

Exit status
  0  no finding at or above the threshold (--fail-on, medium by default)
  1  findings at or above it
  2  wrong use or configuration
  3  the scan could not be completed

Nothing of the scanned code is run or imported.
`;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const options = command.options.map((name): [string, string] => [optionLabel(name), optionTable[name].text]);
  return `${command.summary}

Usage: muster ${command.name} ${command.operands} [options]

Options
${table(options)}

Examples
${command.examples.map(({ line, text }) => `  ${line}\n      ${text}`).join("\n")}
`;
}

function optionLabel(name: OptionName): string {
  const entry: OptionEntry = optionTable[name];
  if (name === "color") return "--color, --no-color";
  if (name === "help") return "-h, --help";
  if (name === "output") return `-o, --output ${entry.value ?? ""}`;
  return entry.on === true ? `--no-${name}` : `--${name}${entry.value === undefined ? "" : ` ${entry.value}`}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, text]) => (name.length > 23 ? `  ${name}\n${" ".repeat(26)}${fold(text)}` : `  ${name.padEnd(24)}${fold(text)}`)).join("\n");
}

/** Breaks at 74 columns, under the column of texts. */
function fold(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > 70) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(`\n${" ".repeat(26)}`);
}
