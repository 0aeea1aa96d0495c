import type { DiscoveredFile } from "../discover/discover.ts";
import { asksFor, type BoundExtractor, type BoundLinker } from "../plugins/loaded-plugin.ts";
import type { ScanLimits, SharedFacts } from "../scan-request.ts";
import type { FactStore } from "./fact-store.ts";

/** Keys of one question, and entries of one answer. */
const mostKeys = 5000;
const mostBytes = 8 * 1024 * 1024;

interface Known {
  readonly extractors: readonly BoundExtractor[];
  readonly linkers: readonly BoundLinker[];
  readonly hints: readonly string[];
  readonly limits: ScanLimits;
  readonly store: FactStore;
}

/** Takes over what others made of the contents of some files, and is not known here. Only files whose content ids are known can be asked about. */
export async function takeShared(shared: SharedFacts, files: readonly DiscoveredFile[], { extractors, linkers, hints, limits, store }: Known): Promise<void> {
  const wanted = new Set<string>();
  const hinted = new Set<string>();
  for (const file of files) {
    if (file.id === undefined || file.size > limits.fileBytes) continue;
    for (const bound of extractors) if (asksFor(bound.extractor.wants, file)) wanted.add(store.keyOf(bound, file, file.id));
    if (hints.length > 0 && linkers.some(({ linker }) => linker.extensions.some((extension) => file.path.endsWith(extension)))) hinted.add(store.hintKey(hints, file.id));
  }
  const keys = [...wanted, ...hinted].filter((key) => !store.has(key));
  for (let start = 0; start < keys.length; start += mostKeys) {
    for (const [key, entry] of await shared.get(keys.slice(start, start + mostKeys))) {
      if (hinted.has(key)) store.adoptHints(key, entry);
      else store.adopt(key, entry);
    }
  }
}

/** Hands over what was made here. */
export async function giveShared(shared: SharedFacts, store: FactStore): Promise<void> {
  let part = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const [key, entry] of store.made()) {
    part.set(key, entry);
    bytes += entry.length + key.length;
    if (part.size < mostKeys && bytes < mostBytes) continue;
    await shared.put(part);
    part = new Map();
    bytes = 0;
  }
  if (part.size > 0) await shared.put(part);
}
