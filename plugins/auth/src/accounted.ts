import type { Endpoint, JudgeInput } from "@muster/contract";
import { idleGuards } from "./idle-guards.ts";
import { ineffectiveGuards } from "./ineffective-guard.ts";
import { openOutliers } from "./siblings.ts";

/** Public endpoints of which another finding says why: a guard that rejects nobody, or neighbours that are guarded. */
export function accountedEndpoints(input: JudgeInput): ReadonlySet<Endpoint> {
  return new Set([...idleGuards(input).flatMap((cause) => cause.endpoints), ...ineffectiveGuards(input).flatMap((cause) => cause.endpoints), ...openOutliers(input).map(({ endpoint }) => endpoint)]);
}
