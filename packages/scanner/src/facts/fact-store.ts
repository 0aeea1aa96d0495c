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
    const key = this.#hintKey(hints, id);
    const fresh = this.#freshHints.get(key);
    if (fresh !== undefined) return fresh;
    const entry = this.#cache.get("fact", key);
    return entry === undefined ? undefined : [...entry];
  }

  putHints(hints: readonly string[], id: string, places: readonly number[]): void {
    const key = this.#hintKey(hints, id);
    this.#freshHints.set(key, places);
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
    if (lasting) this.#cache.put("fact", key, encodeFactEntry(fact));
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

  #hintKey(hints: readonly string[], id: string): string {
    let tag = this.#tags.get("hints");
    if (tag === undefined) {
      tag = hash("sha1", JSON.stringify(["hints", hints])).slice(0, 20);
      this.#tags.set("hints", tag);
    }
    return `${id}${tag}`;
  }
}
