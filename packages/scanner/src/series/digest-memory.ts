import { hash } from "node:crypto";
import type { ScanResult } from "@muster/contract";
import type { Cache } from "../cache/cache.ts";

/** What is made of each commit's result, and kept for later runs. */
export interface Digester<T> {
  /** Told apart from others, and from other versions of itself. */
  readonly name: string;
  of(result: ScanResult): T;
  /** As bytes, and back. The same bytes for the same. */
  encode(value: T): Uint8Array;
  decode(bytes: Uint8Array): T;
}

/** Digests of commits: a commit's entry names the content that it came to, which most often is the one before's. */
export class DigestMemory<T> {
  readonly #cache: Cache;
  readonly #digester: Digester<T>;
  readonly #under: string;
  #last: { readonly id: string; readonly value: T } | undefined;

  /** `under`: tells all that digests depend on beside the commit. */
  constructor(cache: Cache, digester: Digester<T>, under: string) {
    this.#cache = cache;
    this.#digester = digester;
    this.#under = under;
  }

  recall(commit: string): T | undefined {
    const entry = this.#cache.get("commit", this.#keyOf(commit));
    if (entry === undefined) return undefined;
    const id = Buffer.from(entry).toString("latin1");
    if (this.#last?.id === id) return this.#last.value;
    const body = this.#cache.get("commit", id);
    if (body === undefined) return undefined;
    this.#last = { id, value: this.#digester.decode(body) };
    return this.#last.value;
  }

  keep(commit: string, result: ScanResult): T {
    const value = this.#digester.of(result);
    const body = this.#digester.encode(value);
    const id = hash("sha1", body);
    if (this.#last?.id !== id) {
      this.#last = { id, value };
      this.#cache.put("commit", id, body);
    }
    // What a broken clone or a failing plugin came to may come to more another time.
    if (result.status === "complete") this.#cache.put("commit", this.#keyOf(commit), Buffer.from(id, "latin1"));
    return this.#last.value;
  }

  #keyOf(commit: string): string {
    return hash("sha1", JSON.stringify([this.#digester.name, this.#under, commit]));
  }
}
