import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { sanitise } from "@muster/reporters";
import { CommandError } from "../command-error.ts";
import type { LoadedConfiguration } from "./configuration.ts";

export const configurationName = "muster.config.json";
const longest = 1_000_000;

/**
 * The configuration that the operator names, else the one in the scanned folder, else none. What is in the folder is data
 * of a stranger: a link is not followed.
 */
export async function loadConfiguration(named: string | undefined, folder: string, cwd: string): Promise<LoadedConfiguration | undefined> {
  const origin = named === undefined ? "repository" : "operator";
  const file = named === undefined ? path.join(folder, configurationName) : path.resolve(cwd, named);
  const text = readText(file, origin);
  if (text === undefined) return undefined;
  const { parseConfiguration } = await import("./parse-configuration.ts");
  const parsed = parseConfiguration(text);
  if (parsed.status === "valid") return { configuration: parsed.configuration, file, origin };
  throw new CommandError(2, `The configuration ${file} is not valid.`, parsed.problems.map((problem) => `- ${sanitise(problem)}`).join("\n"));
}

function readText(file: string, origin: "operator" | "repository"): string | undefined {
  try {
    const found = lstatSync(file);
    if (origin === "repository" && !found.isFile()) throw new CommandError(2, `${file} is not a plain file.`, "A link or folder in the scanned repository does not configure Muster. Name the file with --config if it is meant.");
    if (found.size > longest) throw new CommandError(2, `The configuration ${file} is larger than 1 MB.`, "Name another one with --config.");
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (origin === "repository" && error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
    throw new CommandError(2, `The configuration ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, origin === "operator" ? "Check the path given to --config." : "Name another one with --config.", { cause: error });
  }
}
