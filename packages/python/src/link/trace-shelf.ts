import { deserialize, serialize } from "node:v8";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { HandlerTrace } from "@muster/contract";

/** A trace without what runs around its handler: that is shared by all handlers. */
type OwnTrace = Omit<HandlerTrace, "around">;

interface Packed {
  readonly bytes: Uint8Array;
  readonly around?: HandlerTrace["around"];
}

/**
 * Traces by key. Up to so many events they are held as they are; further ones are packed, and unpacked each time one is
 * asked for: an application of thousands of handlers would fill the thread's memory.
 */
export class TraceShelf {
  readonly #most: number;
  readonly #held: Map<string, HandlerTrace> = new Map();
  readonly #packed: Map<string, Packed> = new Map();
  #events = 0;

  /** @param most Events of all traces that are held as they are; one with its terms takes some three kilobytes. */
  constructor(most = 100_000) {
    this.#most = most;
  }

  get(key: string): HandlerTrace | undefined {
    const held = this.#held.get(key);
    if (held) return held;
    const packed = this.#packed.get(key);
    if (!packed) return undefined;
    const own = deserialize(zstdDecompressSync(packed.bytes)) as OwnTrace;
    return packed.around === undefined ? own : { ...own, around: packed.around };
  }

  set(key: string, trace: HandlerTrace): void {
    const before = this.#held.get(key);
    if (before) this.#events -= sizeOf(before);
    this.#held.delete(key);
    this.#packed.delete(key);
    if (this.#events + sizeOf(trace) <= this.#most) {
      this.#events += sizeOf(trace);
      this.#held.set(key, trace);
      return;
    }
    const { around, ...own } = trace;
    this.#packed.set(key, { bytes: zstdCompressSync(serialize(own)), ...(around !== undefined && { around }) });
  }
}

function sizeOf(trace: HandlerTrace): number {
  return trace.events.length + trace.exits.length + trace.lost.length;
}
