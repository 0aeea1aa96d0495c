import path from "node:path";
import { CommandError } from "../command-error.ts";
import { suggestion } from "../nearest.ts";
import type { Arguments } from "./parse-arguments.ts";

export type Format = "terminal" | "html" | "markdown" | "csv" | "json" | "sarif" | "openapi" | "oscal";

/** One report: how, and where to; without a file to standard output. */
export interface Output {
  readonly format: Format;
  /** Absolute. */
  readonly file?: string;
}

/** Pairs formats with files in the order in which they stand on the command line. */
export function readOutputs(given: Arguments, allowed: readonly Format[], cwd: string): readonly Output[] {
  const outputs: { format: Format; file?: string }[] = [];
  let open: { format: Format; file?: string } | undefined;
  for (const { name, value } of given.values) {
    if (name === "format") {
      open = { format: readFormat(value, allowed) };
      outputs.push(open);
    } else if (name === "output") {
      const file = path.resolve(cwd, value);
      if (open === undefined) outputs.push({ format: formatOf(file, allowed), file });
      else open.file = file;
      open = undefined;
    }
  }
  const printed = outputs.filter((output) => output.file === undefined);
  if (printed.length > 1) throw new CommandError(2, `${printed.map((output) => output.format).join(" and ")} cannot both go to standard output.`, "Give each --format but one its own --output FILE.");
  const files = outputs.flatMap((output) => output.file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new CommandError(2, `${twice} is named twice.`, "Give each --output a file of its own.");
  return outputs.length === 0 ? [{ format: "terminal" }] : outputs;
}

/** The first that fits decides. */
const endings: readonly (readonly [string, Format])[] = [
  [".sarif", "sarif"],
  [".sarif.json", "sarif"],
  ["openapi.json", "openapi"],
  ["oscal.json", "oscal"],
  [".json", "json"],
  [".html", "html"],
  [".htm", "html"],
  [".md", "markdown"],
  [".csv", "csv"],
  [".txt", "terminal"],
  [".log", "terminal"],
];

function readFormat(value: string, allowed: readonly Format[]): Format {
  const word = { text: "terminal", md: "markdown" }[value] ?? value;
  const format = allowed.find((candidate) => candidate === word);
  if (format === undefined) throw new CommandError(2, `There is no format ${JSON.stringify(value)} here.${suggestion(value, allowed)}`, `Formats: ${allowed.join(", ")}.`);
  return format;
}

function formatOf(file: string, allowed: readonly Format[]): Format {
  const name = path.basename(file).toLowerCase();
  const format = endings.find(([ending]) => name.endsWith(ending))?.[1];
  if (format === undefined || !allowed.includes(format)) throw new CommandError(2, `The ending of ${file} does not say which format is meant.`, `Put --format before --output: ${allowed.join(", ")}.`);
  return format;
}
