import { readFileSync } from "node:fs";
import type { ScanResult } from "@muster/contract";
import { parseResult } from "@muster/reporters/parse-result";
import { CommandError } from "../command-error.ts";

/** A result that `--format json` wrote, checked against its schema. */
export function readResult(file: string): ScanResult {
  return parseResultOf(file, readResultText(file));
}

/** The bytes of a result, as they stand in the file. */
export function readResultText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(2, `${file} cannot be read as a result: ${error instanceof Error ? error.message : String(error)}.`, "Give a file that muster scan --format json wrote.", { cause: error });
  }
}

export function parseResultOf(file: string, text: string): ScanResult {
  const parsed = parseResult(text);
  if (parsed.status === "valid") return parsed.result;
  throw new CommandError(2, `${file} is no result of this version of Muster: ${parsed.reason}.`, "Scan again with this version; muster scan --format json writes one.");
}
