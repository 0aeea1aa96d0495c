import { readFileSync } from "node:fs";
import type { ScanResult } from "@muster/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import { CommandError } from "../command-error.ts";

const schemaFile = new URL("../../../../schemas/scan-result.schema.json", import.meta.url);

/** A result that `--format json` wrote, checked against its schema. */
export function readResult(file: string): ScanResult {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CommandError(2, `${file} cannot be read as a result: ${error instanceof Error ? error.message : String(error)}.`, "Give a file that muster scan --format json wrote.", { cause: error });
  }
  const validate = new Ajv2020().compile<ScanResult>(JSON.parse(readFileSync(schemaFile, "utf8")));
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw new CommandError(2, `${file} is no result of this version of Muster: ${first?.instancePath ?? ""} ${first?.message ?? "is not valid"}.`, "Scan again with this version, or compare the commits: muster diff <commit> <commit>.");
}
