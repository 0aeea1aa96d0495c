import { loadNative } from "./native-engine.ts";
import { PatternError } from "./pattern-error.ts";

/** Where a pattern matched, in bytes of the buffer that was searched. */
export interface PatternHit {
  readonly start: number;
  readonly end: number;
  /** Start and end of each group from 0, two numbers a group; -1 for a group that took no part. */
  readonly groups: readonly number[];
}

/** One compiled pattern. Time is linear in the bytes searched, whatever the pattern and the input. */
export interface CompiledPattern {
  /** The leftmost match at or after `from`. The bytes must be valid UTF-8: `readableBytes()` sees to that. */
  find(bytes: Uint8Array, from: number): PatternHit | undefined;
}

/** RE2, natively or in JavaScript. Both find the same matches; only the speed differs. */
export interface Engine {
  readonly name: "native" | "portable";
  /** Why the native engine was not taken, in a sentence; absent when it was, or was not asked for. */
  readonly reason?: string;
  /** Throws `PatternError` where RE2 refuses the source. */
  compile(source: string, ignoreCase: boolean): CompiledPattern;
}

export interface EngineChoice {
  /** `auto` (the default): native where it can be loaded. `native`: nothing else will do. */
  readonly engine?: "auto" | "native" | "portable";
  /** A folder that holds a built `re2` package (`re2.js` and `build/Release/re2.node`); tried before `node_modules`. */
  readonly nativeFolder?: string;
}

/**
 * Loads an engine. With `auto` this never fails; with `native` it throws where the addon cannot be loaded.
 */
export async function loadEngine(choice: EngineChoice = {}): Promise<Engine> {
  const wanted = choice.engine ?? "auto";
  if (wanted !== "portable") {
    const native = loadNative(choice.nativeFolder);
    if (native.status === "loaded") return native.engine;
    if (wanted === "native") {
      throw new PatternError(`The native regular expression engine cannot be loaded: ${native.reason}. Build it with "muster setup --native", or choose the engine "auto".`);
    }
    return { ...(await portable()), reason: native.reason };
  }
  return portable();
}

async function portable(): Promise<Engine> {
  // Imported here alone, so that a process with the native engine never loads the other.
  const { portableEngine } = await import("./portable-engine.ts");
  return portableEngine;
}
