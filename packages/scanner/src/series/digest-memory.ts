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

/** A digest as bytes, under the name of its content. */
export interface KeptDigest {
  readonly id: string;
  readonly body: Uint8Array;
}

/** Digests of commits: a commit's entry names the content that it came to, which most often is the one before's. */
export class DigestMemory<T> {
  readonly #cache: Cache;
  readonly #digester: Digester<T>;
  readonly #under: string;
  #last: { readonly id: string; readonly value: T } | undefined;
  /** Content that was written already: most commits come to the same. */
  readonly #written = new Map<string, KeptDigest>();

  /** `under`: tells all that digests depend on beside the commit. */
  constructor(cache: Cache, digester: Digester<T>, under: string) {
    this.#cache = cache;
    this.#digester = digester;
    this.#under = under;
  }

  /** Whether an earlier run left a commit's digest. */
  knows(commit: string): boolean {
    return this.#recall(commit) !== undefined;
  }

  /** Makes and keeps what a commit came to. */
  keep(commit: string, result: ScanResult): KeptDigest {
    const body = this.#digester.encode(this.#digester.of(result));
    const id = hash("sha1", body);
    let kept = this.#written.get(id);
    if (kept === undefined) {
      kept = { id, body };
      this.#written.set(id, kept);
      this.#cache.put("commit", id, body);
    }
    // What a broken clone or a failing plugin came to may come to more another time.
    if (result.status === "complete") this.#cache.put("commit", this.#keyOf(commit), Buffer.from(id, "latin1"));
    return kept;
  }

  /** A commit's digest: the one that was just made, else the one that is known. The same object as for the last one where the two are the same. */
  read(commit: string, made: KeptDigest | undefined): T {
    const kept = made ?? this.#recall(commit);
    if (kept === undefined) throw new Error(`The digest of ${commit} is lost: something else changed the cache. Run it again.`);
    if (this.#last?.id !== kept.id) this.#last = { id: kept.id, value: this.#digester.decode(kept.body) };
    return this.#last.value;
  }

  #recall(commit: string): KeptDigest | undefined {
    const entry = this.#cache.get("commit", this.#keyOf(commit));
    if (entry === undefined) return undefined;
    const id = Buffer.from(entry).toString("latin1");
    const body = this.#written.get(id)?.body ?? this.#cache.get("commit", id);
    return body === undefined ? undefined : { id, body };
  }

  #keyOf(commit: string): string {
    return hash("sha1", JSON.stringify([this.#digester.name, this.#under, commit]));
  }
}
