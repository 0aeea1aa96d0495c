import { RE2JS } from "re2js";
import type { CompiledPattern, Engine } from "./engine.ts";
import { PatternError } from "./pattern-error.ts";

/** RE2 in JavaScript: everywhere, and several times slower than the native one. */
export const portableEngine: Engine = {
  name: "portable",
  compile: (source, ignoreCase) => {
    try {
      return portablePattern(RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0));
    } catch (cause) {
      throw new PatternError(`RE2 refuses the pattern ${source}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  },
};

function portablePattern(pattern: RE2JS): CompiledPattern {
  const count = pattern.groupCount();
  return {
    find: (bytes, from) => {
      const matcher = pattern.matcher(bytes);
      if (!matcher.find(from)) return undefined;
      const groups: number[] = [];
      for (let group = 0; group <= count; group++) groups.push(matcher.start(group), matcher.end(group));
      return { start: matcher.start(0), end: matcher.end(0), groups };
    },
  };
}
