import { compareText, type ConfigurationEffect } from "@muster/contract";
import path from "node:path";
import type { LoadedConfiguration } from "./configuration.ts";

/** What a configuration takes away or changes, for the result to tell. */
export function configurationEffect({ configuration, file, origin }: LoadedConfiguration): ConfigurationEffect {
  const rules = Object.entries(configuration.rules ?? {}).toSorted(([a], [b]) => compareText(a, b));
  return {
    origin,
    file: path.basename(file),
    rulesOff: rules.flatMap(([rule, setting]) => (setting === "off" ? [rule] : [])),
    severities: rules.flatMap(([rule, setting]) => (setting === "off" ? [] : [{ rule, severity: setting }])),
    approvedPublic: configuration.public ?? [],
    describedGuards: (configuration.guards ?? []).map(({ name, reason }) => ({ name, reason })),
    describedRouters: (configuration.routers ?? []).map(({ name, like, reason }) => ({ name, like, reason })),
    excluded: configuration.paths?.exclude ?? [],
    included: configuration.paths?.include ?? [],
  };
}
