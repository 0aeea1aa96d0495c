import { createSecretKey, type KeyObject } from "node:crypto";
import type { Json } from "@muster/contract";
import type { EngineChoice } from "@muster/patterns";
import type { Format } from "./format.ts";
import { ownFormatSchema, readOwnFormats } from "./own-formats.ts";

/** The plugin's options, as the host validated them against the schema. */
export interface Options {
  readonly engine: EngineChoice;
  readonly hashKey: KeyObject;
  readonly archives: boolean;
  /** Formats that the operator adds. */
  readonly formats: readonly Format[];
  /** What compiled patterns depend on: the same for options that lead to the same. */
  readonly key: string;
}

/** Public, so that a scan without an installation key is the same everywhere. */
const publicKey = "6d757374657220736563726574732070";

export const optionsSchema: { readonly [key: string]: Json } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    engine: { enum: ["auto", "native", "portable"], default: "auto", description: "The regular expression engine. Findings do not depend on it; speed does." },
    nativeFolder: { type: "string", description: "A folder that holds a built re2 package, tried before the installed one." },
    formats: { type: "array", maxItems: 500, items: ownFormatSchema, description: "Formats of your own, beside the built-in ones." },
    archives: { type: "boolean", default: false, description: "Open zip, tar and gzip files: of each at most 5,000 files and 64 MiB unpacked, and no archive in an archive. What was left out makes the file one that was not looked at to the end." },
    hashKey: {
      type: "string",
      pattern: "^(?:[0-9a-f]{2}){16,64}$",
      description: "Hexadecimal key of the hashes that identify secrets. Results of installations with different keys differ in these hashes and in the fingerprints made from them. Without it a published key is used.",
    },
  },
};

/** What was read, by the object that it was read from: a scan asks with the same one for every file. */
const known = new WeakMap<object, Options>();

export function readOptions(options: Json): Options {
  if (typeof options !== "object" || options === null) return parse(options);
  const before = known.get(options);
  if (before !== undefined) return before;
  const read = parse(options);
  known.set(options, read);
  return read;
}

function parse(options: Json): Options {
  const given = typeof options === "object" && options !== null && !Array.isArray(options) ? (options as { readonly [key: string]: Json }) : {};
  const { engine, nativeFolder, hashKey, archives, formats } = given;
  return {
    engine: {
      ...(engine === "auto" || engine === "native" || engine === "portable" ? { engine } : {}),
      ...(typeof nativeFolder === "string" ? { nativeFolder } : {}),
    },
    hashKey: createSecretKey(typeof hashKey === "string" ? hashKey : publicKey, "hex"),
    archives: archives === true,
    formats: readOwnFormats(formats),
    key: JSON.stringify([engine ?? "auto", nativeFolder ?? "", formats ?? []]),
  };
}
