import type { Extractor, Json } from "@muster/contract";
import { compileRules, loadEngine } from "@muster/patterns";
import { loadPythonParser } from "@muster/python/literals";
import type { SecretFact } from "./candidate.ts";
import { formats } from "./formats.ts";
import { checkOwnFormats } from "./own-formats.ts";
import { type Options, readOptions } from "./options.ts";
import { scanArchive } from "./scan-archive.ts";
import { type Finder, scanSecrets } from "./scan-secrets.ts";

/** Compiled patterns by what the options ask for: work done once a worker, not state that facts depend on. */
const ready = new Map<string, Finder>();

/**
 * Looks for secrets in every text file, whatever its role. Files over 64 MiB are not offered and so are listed as
 * skipped; binary files (a NUL among the first 8,000 bytes, no UTF-16 byte order mark) hold no fact.
 */
export const candidates: Extractor<SecretFact> = {
  name: "secrets/candidates",
  version: "11",
  wants: { maxBytes: 64 * 1024 * 1024 },
  when: "always",
  prepare: async (options) => {
    await finderFor(readOptions(options));
  },
  extract: ({ bytes, options }) => {
    const read = readOptions(options);
    const finder = ready.get(read.key);
    if (finder === undefined) throw new Error("secrets/candidates was asked for facts before prepare() was done with the same options. Call prepare(options) first.");
    const archive = read.archives ? scanArchive(bytes, finder, read.hashKey) : undefined;
    return archive === undefined ? scanSecrets(bytes, finder, read.hashKey) : archive.fact;
  },
};

/** Which engine the options lead to, and why not the native one: for people who wait, not for facts. */
export async function engineOf(options: Json): Promise<{ readonly name: "native" | "portable"; readonly reason?: string }> {
  const { name, reason } = await loadEngine(readOptions(options).engine);
  return { name, ...(reason === undefined ? {} : { reason }) };
}

/** Throws where a format of the operator's cannot be used. */
export async function checkOptions(options: Json): Promise<void> {
  const read = readOptions(options);
  if (read.formats.length > 0) await finderFor(read);
}

async function finderFor(options: Options): Promise<Finder> {
  const known = ready.get(options.key);
  if (known !== undefined) return known;
  const [engine, python] = await Promise.all([loadEngine(options.engine), loadPythonParser()]);
  checkOwnFormats(options.formats, engine);
  // An operator's own come first: where two claim the same text, theirs has it.
  const all = [...options.formats, ...formats];
  const finder: Finder = { rules: compileRules(all, engine), formats: new Map(all.map((format) => [format.id, format])), python };
  ready.set(options.key, finder);
  return finder;
}
