import type { Endpoint } from "@muster/contract";
import type { Described, Drift } from "./drift.ts";

/** How what a document says of callers compares with the code's guards. */
export type Agreement =
  | { readonly kind: "agrees"; readonly by: Described }
  /** The document asks for a credential, and the code lets anyone in. */
  | { readonly kind: "claimed"; readonly by: Described }
  /** The document says that anyone may call, and the code turns strangers away. */
  | { readonly kind: "denied"; readonly by: Described }
  /** The document names credentials elsewhere and none here, which says that anyone may call; the code turns strangers away. */
  | { readonly kind: "unstated"; readonly by: Described }
  /** The code's side could not be decided. */
  | { readonly kind: "undecided"; readonly by: Described }
  /** The document says nothing of callers. */
  | { readonly kind: "silent"; readonly by: Described }
  | { readonly kind: "undescribed" };

/** The worst of an endpoint's documents: where one is wrong, the others being right is no help. */
export function agreementOf(drift: Drift, endpoint: Endpoint): Agreement {
  const all = (drift.described.get(endpoint.id) ?? []).map((by): Agreement & { readonly by: Described } => ({ kind: compare(by, endpoint), by }));
  const [first, ...others] = all;
  if (first === undefined) return { kind: "undescribed" };
  return others.reduce((worst, one) => (order.indexOf(one.kind) < order.indexOf(worst.kind) ? one : worst), first);
}

type Compared = Exclude<Agreement["kind"], "undescribed">;

const order: readonly Agreement["kind"][] = ["claimed", "denied", "unstated", "undecided", "agrees", "silent"];

function compare({ document, operation }: Described, endpoint: Endpoint): Compared {
  const stated = operation.security;
  if (stated === "silent" && (!document.statesSecurity || operation.mentionsCaller === true)) return "silent";
  if (endpoint.posture === "unknown") return "undecided";
  const isProtected = endpoint.posture === "protected";
  switch (stated) {
    case "required":
      return isProtected ? "agrees" : "claimed";
    case "optional":
    case "none":
      return isProtected ? "denied" : "agrees";
    case "silent":
      return isProtected ? "unstated" : "agrees";
    default:
      return stated satisfies never;
  }
}
