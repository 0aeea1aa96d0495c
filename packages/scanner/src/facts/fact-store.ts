import { hash } from "node:crypto";
import type { SourceFile } from "@muster/contract";
import type { Cache } from "../cache/cache.ts";
import type { BoundExtractor } from "../plugins/loaded-plugin.ts";
import { pluginStamp } from "../program.ts";
import { decodeFactEntry, encodeFactEntry, type Fact } from "./fact.ts";

/**
 * Facts by content and extractor: those of this scan in memory, since the thread that judges may have to be started
 * again, and those of earlier scans in the cache. Role and name ending are part of the key, as an extractor sees them.
 */
export class FactStore {
  readonly #cache: Cache;
  readonly #program: string;
  readonly #fresh = new Map<string, Fact>();
  readonly #freshHints = new Map<string, readonly number[]>();
  readonly #tags = new Map<string, string>();
  /** Keys of what this scan made that lasts. */
  readonly #made = new Set<string>();

  constructor(cache: Cache, program: string) {
    this.#cache = cache;
    this.#program = program;
  }

  keyOf({ plugin, extractor }: BoundExtractor, file: SourceFile, id: string): string {
    const dot = file.path.lastIndexOf(".");
    const ending = dot > file.path.lastIndexOf("/") ? file.path.slice(dot) : "";
    const name = `${extractor.name} ${file.role} ${ending}`;
    let tag = this.#tags.get(name);
    if (tag === undefined) {
      tag = hash("sha1", JSON.stringify([this.#program, pluginStamp(plugin), extractor.name, extractor.version, plugin.options, file.role, ending])).slice(0, 20);
      this.#tags.set(name, tag);
    }
    return `${id}${tag}`;
  }

  /** Places of hints in a file's bytes; undefined where they were not looked for yet. */
  getHints(hints: readonly string[], id: string): readonly number[] | undefined {
    const key = this.hintKey(hints, id);
    const fresh = this.#freshHints.get(key);
    if (fresh !== undefined) return fresh;
    const entry = this.#cache.get("fact", key);
    return entry === undefined ? undefined : [...entry];
  }

  putHints(hints: readonly string[], id: string, places: readonly number[]): void {
    const key = this.hintKey(hints, id);
    this.#freshHints.set(key, places);
    this.#made.add(key);
    this.#cache.put("fact", key, Uint8Array.from(places));
  }

  get(key: string): Fact | undefined {
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return fresh;
    const entry = this.#cache.get("fact", key);
    return entry === undefined ? undefined : decodeFactEntry(entry);
  }

  /** `lasting`: the same bytes give it again. A fact that a time limit ended is not kept for later scans. */
  put(key: string, fact: Fact, lasting = true): void {
    this.#fresh.set(key, fact);
    if (!lasting) return;
    this.#made.add(key);
    this.#cache.put("fact", key, encodeFactEntry(fact));
  }

  /** Whether something is known under a key. */
  has(key: string): boolean {
    return this.#fresh.has(key) || this.#freshHints.has(key) || this.#cache.get("fact", key) !== undefined;
  }

  /** Takes over what another machine made. What cannot be read is as good as none. */
  adopt(key: string, entry: Uint8Array): void {
    const fact = decodeFactEntry(entry);
    if (fact === undefined) return;
    this.#fresh.set(key, fact);
    this.#cache.put("fact", key, entry);
  }

  adoptHints(key: string, entry: Uint8Array): void {
    this.#freshHints.set(key, [...entry]);
    this.#cache.put("fact", key, entry);
  }

  /** What this scan made that the same bytes give again, as it is kept. */
  *made(): Generator<readonly [key: string, entry: Uint8Array]> {
    for (const key of this.#made) {
      const fact = this.#fresh.get(key);
      const hints = this.#freshHints.get(key);
      if (fact !== undefined) yield [key, encodeFactEntry(fact)];
      else if (hints !== undefined) yield [key, Uint8Array.from(hints)];
    }
  }

  /** Lets go of what the cache holds too: over a history it would fill the memory. */
  release(): void {
    this.#fresh.clear();
    this.#freshHints.clear();
  }

  /** The same without holding it in memory: contents of a history are many. */
  keep(key: string, fact: Fact): void {
    this.#cache.put("fact", key, encodeFactEntry(fact));
  }

  recall(key: string): Fact | undefined {
    const entry = this.#cache.get("fact", key);
    return entry === undefined ? undefined : decodeFactEntry(entry);
  }

  hintKey(hints: readonly string[], id: string): string {
    let tag = this.#tags.get("hints");
    if (tag === undefined) {
      tag = hash("sha1", JSON.stringify(["hints", hints])).slice(0, 20);
      this.#tags.set("hints", tag);
    }
    return `${id}${tag}`;
  }
}
