import type { RuleMeta } from "@muster/contract";
import { CommandError } from "../command-error.ts";
import type { LoadedConfiguration } from "../configuration/configuration.ts";
import { suggestion } from "../nearest.ts";

/**
 * Refuses a configuration that speaks of a rule that there is not: switched off by a typo, a rule would stay on unnoticed, and
 * waived by one, it would not be.
 * `only`: the plugins that were loaded, where these are not all; nothing is known of others' rules.
 */
export function checkRuleNames(loaded: LoadedConfiguration, known: readonly RuleMeta[], only?: readonly string[]): void {
  const ids = known.map((rule) => rule.id);
  const named = [...Object.keys(loaded.configuration.rules ?? {}), ...(loaded.configuration.waivers ?? []).flatMap(({ rule }) => rule ?? [])];
  for (const name of named) {
    if (only !== undefined && !only.some((plugin) => name.startsWith(`${plugin}/`))) continue;
    if (!ids.includes(name)) throw new CommandError(2, `The configuration ${loaded.file} names a rule that there is not: ${JSON.stringify(name)}.${suggestion(name, ids)}`, "muster rules lists the rules.");
  }
}
