import { readFileSync } from "node:fs";
import { type ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isDay } from "../arguments/read-values.ts";
import { suggestion } from "../nearest.ts";
import type { Configuration } from "./configuration.ts";

export type ParsedConfiguration = { readonly status: "valid"; readonly configuration: Configuration } | { readonly status: "invalid"; readonly problems: readonly string[] };

const schemaFile = new URL("../../../../schemas/config.schema.json", import.meta.url);

/** Reads the text of a configuration. Each problem names its place in the file and what is allowed there. */
export function parseConfiguration(text: string): ParsedConfiguration {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (error) {
    return { status: "invalid", problems: [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const validate = new Ajv2020({ allErrors: true, verbose: true }).compile<Configuration>(JSON.parse(readFileSync(schemaFile, "utf8")));
  if (validate(value)) {
    const days = [...(value.public ?? []), ...(value.waivers ?? [])].flatMap(({ expires }) => expires ?? []);
    const wrong = days.filter((day) => !isDay(day)).map((day) => `"expires": ${JSON.stringify(day)} is no day of the calendar.`);
    return wrong.length > 0 ? { status: "invalid", problems: wrong } : { status: "valid", configuration: value };
  }
  return { status: "invalid", problems: [...new Set((validate.errors ?? []).map(problemText))] };
}

/** What a waiver or an approval that was written without an end lacks, as text to add. */
const sayWhat: Readonly<Record<string, string>> = {
  owner: '"owner": "<who answers for it>"',
  expires: '"expires": "<YYYY-MM-DD>", the last day on which it holds',
};

function problemText(error: ErrorObject): string {
  const place = error.instancePath === "" ? "the configuration" : readablePath(error.instancePath);
  switch (error.keyword) {
    case "additionalProperties": {
      const name = String(error.params["additionalProperty"]);
      const allowed = Object.keys(error.parentSchema?.["properties"] ?? {});
      return `${place} has no setting "${name}".${suggestion(name, allowed)} Allowed: ${allowed.join(", ")}.`;
    }
    case "required": {
      const missing = String(error.params["missingProperty"]);
      return `${place} lacks "${missing}".${sayWhat[missing] === undefined ? "" : ` Write ${sayWhat[missing]}.`}`;
    }
    case "enum": {
      const allowed: readonly unknown[] = Array.isArray(error.params["allowedValues"]) ? error.params["allowedValues"] : [];
      return `${place} is ${JSON.stringify(error.data)}.${typeof error.data === "string" ? suggestion(error.data, allowed.map(String)) : ""} Allowed: ${allowed.join(", ")}.`;
    }
    case "oneOf":
      if (error.instancePath.endsWith("/code")) return `${place} is one content id, or a list of them.`;
      return `${place} names either a "finding", or an "endpoint" and a "rule".`;
    case "not":
      return `${place} names a "rule", which goes with an "endpoint" alone.`;
    case "type":
      return `${place} must be ${String(error.params["type"])}, and is ${error.data === null ? "null" : Array.isArray(error.data) ? "array" : typeof error.data}.`;
    case "pattern":
      return `${place} is ${JSON.stringify(error.data)}, and must match ${String(error.params["pattern"])}.`;
    default:
      return `${place} ${error.message ?? "is not valid"}.`;
  }
}

/** `/public/0/path` as `public[0].path`. */
function readablePath(pointer: string): string {
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((path, part) => (/^\d+$/u.test(part) ? `${path}[${part}]` : path === "" ? part : part.includes("/") ? `${path}["${part}"]` : `${path}.${part}`), "");
}
