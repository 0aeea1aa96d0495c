import type { Json } from "@muster/contract";
import type { ModuleSummary } from "../syntax.ts";

export const moduleExtractorName = "python/module";

/** The one place where a stored fact becomes a summary again. */
export function asSummary(fact: Json): ModuleSummary {
  return fact as unknown as ModuleSummary;
}
