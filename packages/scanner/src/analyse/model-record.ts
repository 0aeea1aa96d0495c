import { hash } from "node:crypto";
import type { Cache } from "../cache/cache.ts";
import { encodeFactEntry, type Fact } from "../facts/fact.ts";
import type { Reading } from "../facts/reading.ts";
import type { BoundExtractor } from "../plugins/loaded-plugin.ts";
import type { Analysis } from "./analysis.ts";

/** An analysis with what it was linked from: while none of it changes, the analysis holds. */
export interface ModelRecord {
  readonly consulted: readonly (readonly [path: string, id: string])[];
  readonly missed: readonly string[];
  readonly analysis: Analysis;
}

const digests = new WeakMap<Fact, string>();

/** A digest of what a fact says, whatever content it was made from. */
function digestOf(fact: Fact): string {
  let digest = digests.get(fact);
  if (digest === undefined) digests.set(fact, (digest = hash("sha1", encodeFactEntry(fact))));
  return digest;
}

/** Tells what an analysis starts from: the configuration, which file of what role names which framework, and the facts that judges are given. */
export function modelKey(configuration: string, reading: Reading, extractors: readonly BoundExtractor[], judged: readonly string[], hasLinkers: boolean): string {
  const parts: unknown[] = [configuration];
  // The empty model of a tree without the language's files says so: another tree's may not stand in for it.
  if (hasLinkers) for (const { file, hints } of reading.states) if (hints.length > 0) parts.push(file.path, file.role, hints);
  for (const [place, bound] of extractors.entries()) {
    if (!judged.includes(bound.extractor.name)) continue;
    parts.push(bound.extractor.name, reading.unread(place));
    for (const { file, facts } of reading.states) {
      const fact = facts.get(place);
      if (bound.extractor.when === "always" && fact !== undefined && fact.kind !== "none") parts.push(file.path, digestOf(fact));
    }
  }
  return hash("sha1", JSON.stringify(parts));
}

/** Reads an analysis that is known to hold, since nothing at all changed. */
export function readModel(cache: Cache, key: string): Analysis | undefined {
  return parseModel(cache, key)?.analysis;
}

/**
 * Whether all that an analysis was linked from is as it was, or says the same. Files that only linking asked for are then
 * known to have been looked at.
 */
export async function holdsFor({ consulted, missed }: ModelRecord, reading: Reading): Promise<boolean> {
  if (!missed.every((path) => reading.state(path) === undefined)) return false;
  const changed = consulted.filter(([path, id]) => reading.contentId(path) !== id);
  if (changed.length > 0 && !(await reading.saysTheSame(changed))) return false;
  reading.lookedAt(consulted.map(([path]) => path));
  return true;
}

export function modelRecord(analysis: Analysis, reading: Reading): ModelRecord {
  return {
    consulted: analysis.linked.consulted.map((path) => [path, reading.state(path)?.id ?? ""]),
    // A linker may name a file that is there and that it had no use for; what matters is one that appears.
    missed: analysis.linked.missed.filter((path) => reading.state(path) === undefined),
    analysis,
  };
}

export function keepModel(cache: Cache, key: string, record: ModelRecord): void {
  cache.put("model", key, Buffer.from(JSON.stringify(record)));
}

/** The parsing edge: the key tells the program that wrote it, the checksum that it is what was written. */
export function parseModel(cache: Cache, key: string): ModelRecord | undefined {
  const body = cache.get("model", key);
  return body === undefined ? undefined : JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8"));
}
