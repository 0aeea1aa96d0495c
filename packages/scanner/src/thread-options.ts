import { resourceLimits } from "./thread-memory.ts";

/** What starts a thread that runs plugins. */
export interface ThreadOptions {
  readonly execArgv: string[];
  readonly env: NodeJS.Dict<string>;
  readonly resourceLimits: ReturnType<typeof resourceLimits>;
}

/**
 * How threads are started. Plugins run in them: they get no environment of the host's. From source, packages are found
 * through the same condition as in the host.
 */
export function threadOptions(heapMb: number): ThreadOptions {
  return {
    execArgv: import.meta.url.endsWith(".ts") ? ["--conditions=@muster/source"] : [],
    env: {},
    resourceLimits: resourceLimits(heapMb),
  };
}
