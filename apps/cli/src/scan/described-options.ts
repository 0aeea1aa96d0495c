import type { Json } from "@muster/contract";
import { CommandError } from "../command-error.ts";
import type { LoadedConfiguration } from "../configuration/configuration.ts";

/**
 * Guards and routers that a configuration describes, as options of the language's plugin. What a guard is said to do makes
 * endpoints count as protected, so a scanned repository's own word for it is taken only where the operator trusts it.
 * Throws `CommandError`.
 */
export function describedOptions(loaded: LoadedConfiguration | undefined, trusted: boolean): { readonly [key: string]: Json } {
  const { guards = [], routers = [] } = loaded?.configuration ?? {};
  if (guards.length === 0 && routers.length === 0) return {};
  if (loaded?.origin === "repository" && !trusted) {
    throw new CommandError(
      2,
      `The configuration ${loaded.file} describes guards or routers: ${[...guards, ...routers].map(({ name }) => name).join(", ")}.`,
      "What it says of them counts without proof, and it comes from the scanned repository.\nGive --trust-config if you trust it, or keep the descriptions in a file of your own and name it with --config.",
    );
  }
  return { guards: guards.map((guard) => ({ ...guard })), routers: routers.map((router) => ({ ...router })) };
}
