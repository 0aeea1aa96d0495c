import { createRequire } from "node:module";
import { join } from "node:path";
import type RE2 from "re2";
import type { CompiledPattern, Engine } from "./engine.ts";
import { PatternError } from "./pattern-error.ts";

type Loaded = { readonly status: "loaded"; readonly engine: Engine } | { readonly status: "missing"; readonly reason: string };

/** Tries the given folder, then `node_modules`. */
export function loadNative(folder: string | undefined): Loaded {
  const require = createRequire(import.meta.url);
  const reasons: string[] = [];
  for (const place of folder === undefined ? ["re2"] : [join(folder, "re2.js"), "re2"]) {
    try {
      const constructor: typeof RE2 = require(place);
      return { status: "loaded", engine: nativeEngine(constructor) };
    } catch (error) {
      const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      reasons.push(place === "re2" ? `the installed re2 has no addon for this platform (${missing(said)})` : `the folder given for it holds none that loads (${missing(said)})`);
    }
  }
  return { status: "missing", reason: reasons.join("; ") };
}

/** What failed, without paths of the machine: reasons end up in output that must not differ between machines. */
function missing(message: string): string {
  return message.startsWith("Cannot find module") ? "not built" : message.replaceAll(/(?:[A-Za-z]:)?[/\\][^\s'"]+/g, "…");
}

function nativeEngine(constructor: typeof RE2): Engine {
  return {
    name: "native",
    compile: (source, ignoreCase) => {
      try {
        return nativePattern(new constructor(source, ignoreCase ? "dgi" : "dg"));
      } catch (cause) {
        throw new PatternError(`RE2 refuses the pattern ${source}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    },
  };
}

function nativePattern(pattern: RE2): CompiledPattern {
  return {
    find: (bytes, from) => {
      // With `g` the search starts at lastIndex, and every search moves it.
      pattern.lastIndex = from;
      const found = pattern.exec(bytes);
      if (found === null || found.indices === undefined) return undefined;
      const groups: number[] = [];
      for (const pair of found.indices) groups.push(pair?.[0] ?? -1, pair?.[1] ?? -1);
      return { start: groups[0] ?? 0, end: groups[1] ?? 0, groups };
    },
  };
}
