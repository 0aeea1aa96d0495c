import type { Json } from "@muster/contract";
import type { ModuleSummary } from "../syntax.ts";

/** Facts come back from the cache as JSON that this package itself wrote: here a fact becomes a summary again. */
export function asSummary(fact: Json): ModuleSummary {
  return fact as unknown as ModuleSummary;
}
