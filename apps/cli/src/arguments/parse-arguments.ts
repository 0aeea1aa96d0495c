import { parseArgs } from "node:util";
import { CommandError } from "../command-error.ts";
import { suggestion } from "../nearest.ts";
import { optionTable, type OptionEntry, type OptionName } from "./option-table.ts";

/** The arguments of one command, as given. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** Options with a value, in the order in which they were given. */
  readonly values: readonly { readonly name: OptionName; readonly value: string }[];
  /** Switches; `false` for `--no-…`. The last one counts. */
  readonly switches: ReadonlyMap<OptionName, boolean>;
}

/** Reads arguments of a command that takes the named options. Throws `CommandError` with status 2. */
export function parseArguments(args: readonly string[], command: string, names: readonly OptionName[]): Arguments {
  const options = Object.fromEntries(names.map((name) => [name, { type: isSwitch(name) ? ("boolean" as const) : ("string" as const), multiple: true, ...(name === "help" ? { short: "h" } : {}), ...(name === "output" ? { short: "o" } : {}) }]));
  const { tokens, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values: { name: OptionName; value: string }[] = [];
  const switches = new Map<OptionName, boolean>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const negated = token.name.startsWith("no-");
    const name = names.find((candidate) => candidate === (negated ? token.name.slice(3) : token.name));
    if (name === undefined || (negated && !isOn(name))) throw unknownOption(token.rawName, command, names);
    if (isSwitch(name)) {
      if (token.value !== undefined) throw new CommandError(2, `${token.rawName} takes no value.`, `muster ${command} --help lists the options.`);
      switches.set(name, !negated);
    } else {
      const value = token.value;
      if (value === undefined || value === "") throw new CommandError(2, `${token.rawName} needs a value.`, `Give it as ${token.rawName} ${entry(name).value ?? "VALUE"}.`);
      values.push({ name, value });
    }
  }
  return { positionals, values, switches };
}

/** The value of an option that counts once: the last. */
export function lastValue(given: Arguments, name: OptionName): string | undefined {
  return given.values.findLast((option) => option.name === name)?.value;
}

function entry(name: OptionName): OptionEntry {
  return optionTable[name];
}

function isSwitch(name: OptionName): boolean {
  return entry(name).value === undefined;
}

function isOn(name: OptionName): boolean {
  return entry(name).on === true;
}

function unknownOption(raw: string, command: string, names: readonly OptionName[]): CommandError {
  const known = names.flatMap((name) => (isOn(name) ? [`--${name}`, `--no-${name}`] : [`--${name}`]));
  return new CommandError(2, `muster ${command} has no option ${raw}.${suggestion(raw, known)}`, `muster ${command} --help lists the options.`);
}
