import type { ConfigurationEffect } from "@muster/contract";
import { count } from "./text/layout.ts";

/** What a configuration took away or allowed, a text for each kind. */
export function configurationLines(effect: ConfigurationEffect): readonly string[] {
  return [
    effect.rulesOff.length > 0 ? `${count(effect.rulesOff.length, "rule")} off (${effect.rulesOff.join(", ")})` : "",
    effect.severities.length > 0 ? `${count(effect.severities.length, "severity", "severities")} changed (${effect.severities.map((item) => `${item.rule}: ${item.severity}`).join(", ")})` : "",
    effect.approvedPublic.length > 0 ? `${count(effect.approvedPublic.length, "endpoint pattern")} approved public (${effect.approvedPublic.map((item) => `${item.method} ${item.path}`).join(", ")})` : "",
    effect.describedGuards.length > 0 ? `${count(effect.describedGuards.length, "guard")} described, not followed (${effect.describedGuards.map((item) => item.name).join(", ")})` : "",
    effect.describedRouters.length > 0 ? `${count(effect.describedRouters.length, "router")} described (${effect.describedRouters.map((item) => `${item.name} like ${item.like}`).join(", ")})` : "",
    effect.excluded.length > 0 ? `excludes ${effect.excluded.join(", ")}` : "",
    effect.included.length > 0 ? `only ${effect.included.join(", ")}` : "",
  ].filter((text) => text !== "");
}
