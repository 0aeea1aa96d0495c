import { createHmac } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { sanitise } from "@muster/reporters";
import type { BaselineEntry } from "@muster/scanner";
import { CommandError } from "../command-error.ts";

export const baselineName = "muster.baseline.json";
const schemaFile = new URL("../../../../schemas/baseline.schema.json", import.meta.url);
const longest = 64_000_000;

/** What a baseline file holds, as `schemas/baseline.schema.json` describes it. */
interface BaselineFile {
  readonly schema: "muster.baseline/1";
  /** Tells the key that its fingerprints of secrets were made with, without telling it. */
  readonly key: string;
  readonly entries: readonly BaselineEntry[];
}

export type FoundBaseline =
  | { readonly status: "none" }
  | { readonly status: "found"; readonly entries: readonly BaselineEntry[] }
  /** Made with the key of another installation. */
  | { readonly status: "foreign"; readonly file: string };

/**
 * Reads the baseline of a file, or of a folder where `named` is absent. Of what lies in a scanned folder entries of
 * secrets alone count: nobody makes these without the installation's key.
 */
export function readBaseline(named: string | undefined, folder: string, cwd: string, hashKey: string | undefined, absence: "is told" | "may be absent" = "is told"): FoundBaseline {
  // With the published key anybody could write the entries that hide a secret.
  if (named === undefined && hashKey === undefined) return { status: "none" };
  const file = named === undefined ? path.join(folder, baselineName) : path.resolve(cwd, named);
  const text = readText(file, named !== undefined, absence);
  if (text === undefined) return { status: "none" };
  const { key, entries } = parse(text, file);
  if (key !== keyName(hashKey)) return { status: "foreign", file };
  return { status: "found", entries: named === undefined ? entries.filter(({ rule }) => rule.startsWith("secrets/")) : entries };
}

/** The text of a baseline: the same entries give the same bytes, one a line, so that a change reads well in review. */
export function baselineText(entries: readonly BaselineEntry[], hashKey: string | undefined): string {
  const lines = entries.map(({ rule, path: place, identity, count, past }) => `  ${JSON.stringify({ rule, path: place, identity, count, ...(past === true && { past }) })}`);
  return `{\n "schema": "muster.baseline/1",\n "key": ${JSON.stringify(keyName(hashKey))},\n "entries": [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n `}]\n}\n`;
}

function keyName(hashKey: string | undefined): string {
  return hashKey === undefined ? "published" : createHmac("sha256", Buffer.from(hashKey, "hex")).update("muster baseline").digest("hex").slice(0, 16);
}

function readText(file: string, isNamed: boolean, absence: "is told" | "may be absent"): string | undefined {
  try {
    const found = lstatSync(file);
    if (!isNamed && !found.isFile()) throw new CommandError(2, `${file} is not a plain file.`, "A link or folder in the scanned repository is no baseline. Name the file with --baseline if it is meant.");
    if (found.size > longest) throw new CommandError(2, `The baseline ${file} is larger than 64 MB.`, "Name another one with --baseline.");
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if ((!isNamed || absence === "may be absent") && error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
    throw new CommandError(2, `The baseline ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, isNamed ? "Check the path given to --baseline; muster baseline writes one." : "Name another one with --baseline.", { cause: error });
  }
}

function parse(text: string, file: string): BaselineFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(2, `The baseline ${file} is not JSON: ${cause instanceof Error ? sanitise(cause.message) : String(cause)}.`, "Write it anew: muster baseline.", { cause });
  }
  const ajv = new Ajv2020({ allErrors: false });
  const validate = ajv.compile<BaselineFile>(JSON.parse(readFileSync(schemaFile, "utf8")));
  if (validate(value)) return value;
  throw new CommandError(2, `The baseline ${file} is not valid: ${sanitise(ajv.errorsText(validate.errors, { dataVar: "baseline" }))}.`, "Write it anew: muster baseline.");
}
