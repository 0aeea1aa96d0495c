import { Cache } from "../cache/cache.ts";
import { CommitContents } from "../discover/commit-contents.ts";
import { resolveRoot } from "../discover/discover.ts";
import type { Pool } from "../extract/pool.ts";
import type { ScanRequest } from "../scan-request.ts";
import { digest, extractSetup, type ScanSetup } from "../scan-setup.ts";
import { DigestMemory, type Digester } from "./digest-memory.ts";

/** What all scans of a series have in common, whichever lane makes them: plugins, cache, contents and the threads that read. */
export class Series {
  readonly request: ScanRequest;
  readonly setup: ScanSetup;
  readonly signal: AbortSignal;
  readonly cache: Cache;
  readonly contents: CommitContents;
  #pool: Promise<Pool> | undefined;

  constructor(request: ScanRequest, setup: ScanSetup, signal: AbortSignal) {
    this.request = request;
    this.setup = setup;
    this.signal = signal;
    this.contents = new CommitContents(resolveRoot(request.root), signal);
    this.cache = new Cache(request.cacheFolder);
  }

  /** The threads that read, started by whoever needs them first. */
  startPool(): Promise<Pool> {
    const { setup, contents } = this;
    return (this.#pool ??= import("../extract/pool.ts").then((module) => new module.Pool(extractSetup(setup, contents.folder), setup.threads, setup.limits)));
  }

  digests<T>(digester: Digester<T>): DigestMemory<T> {
    const { root, include, exclude, waivers, approvedPublic, configuration } = this.request;
    const dated = [...(waivers ?? []), ...(approvedPublic ?? [])].some(({ expires }) => expires !== undefined);
    return new DigestMemory(this.cache, digester, digest([this.setup.configuration, resolveRoot(root), include, exclude, waivers, approvedPublic, configuration, dated ? this.setup.date : undefined]));
  }

  /** Once its lanes are closed. */
  async close(): Promise<void> {
    await (await this.#pool?.catch(() => undefined))?.close();
    this.cache.close();
    await this.contents.close();
  }
}
