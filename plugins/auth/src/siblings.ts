import type { Endpoint, JudgeInput } from "@muster/contract";
import { functionAccess } from "./function-access.ts";
import { methodEffect } from "./method.ts";
import { publicPurpose } from "./public-purpose.ts";

/** An endpoint that lacks what nearly all handlers beside it have. */
export interface Outlier {
  readonly endpoint: Endpoint;
  readonly lacks: "guard" | "role";
  /** Those that have it; never empty. */
  readonly others: readonly Endpoint[];
  /** Module or class of the handlers. */
  readonly home: string;
}

/** Fewer say nothing of a habit. */
const fewest = 5;
const share = 0.1;

/** One route in ten, or one of fewer, that anyone can call, while the others of its module or class turn strangers away. */
export function openOutliers(input: JudgeInput): readonly Outlier[] {
  return groupsOf(input).flatMap((group) => lacking(group, "guard", ({ posture }) => (posture === "protected" ? true : posture === "public" ? false : undefined)));
}

/** The same among writes, for the role that the others ask for. */
export function roleOutliers(input: JudgeInput): readonly Outlier[] {
  return groupsOf(input).flatMap((group) => {
    const writes = group.filter(({ method }) => methodEffect(method) === "write");
    if (writes.length < fewest) return [];
    return lacking(writes, "role", (endpoint) => {
      const { kind } = functionAccess(input, endpoint);
      return kind === "role" ? true : kind === "anyone-signed-in" ? false : undefined;
    });
  });
}

/** Endpoints by the module or class of their handlers, without those that are public by their purpose or approved as such. */
function groupsOf(input: JudgeInput): readonly (readonly Endpoint[])[] {
  const groups = new Map<string, Endpoint[]>();
  for (const endpoint of input.endpoints) {
    // One that knows callers and was given a guard that lets strangers pass was thought about.
    if (endpoint.posture === "public" && endpoint.guards.some(({ layer, verdict }) => verdict === "optional" && (layer === "route" || layer === "handler"))) continue;
    if (endpoint.method === "OPTIONS" || endpoint.method === "HEAD" || publicPurpose(endpoint) !== undefined || input.isApprovedPublic(endpoint)) continue;
    const key = `${endpoint.application}\0${homeOf(endpoint)}`;
    groups.set(key, [...(groups.get(key) ?? []), endpoint]);
  }
  return [...groups.values()];
}

function lacking(group: readonly Endpoint[], lacks: Outlier["lacks"], has: (endpoint: Endpoint) => boolean | undefined): Outlier[] {
  if (group.length < fewest) return [];
  const known = group.map((endpoint) => ({ endpoint, has: has(endpoint) }));
  const without = known.filter((one) => one.has === false).map(({ endpoint }) => endpoint);
  const others = known.filter((one) => one.has === true).map(({ endpoint }) => endpoint);
  // What is not decided is on neither side: the habit has to hold whatever it turns out to be.
  if (without.length === 0 || without.length > Math.max(1, Math.floor(group.length * share)) || others.length < fewest - 1 || others.length + without.length < group.length * (1 - share)) return [];
  return without.map((endpoint) => ({ endpoint, lacks, others, home: homeOf(endpoint) }));
}

function homeOf({ handler }: Endpoint): string {
  return handler.symbol.slice(0, Math.max(0, handler.symbol.lastIndexOf(".")));
}
