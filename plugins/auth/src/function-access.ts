import type { Endpoint, Guard, HandlerTrace, JudgeInput, Step } from "@muster/contract";
import { roleRequirement, TermLook } from "@muster/web/callers";
import { isAdministrative } from "./administrative.ts";
import { methodEffect } from "./method.ts";
import { publicPurpose } from "./public-purpose.ts";

/** Whom an endpoint lets do what it does, beyond asking who they are. */
export type FunctionAccess =
  /** It neither writes nor administers, or its purpose is the caller's own account. */
  | { readonly kind: "exempt"; readonly reason: string }
  | { readonly kind: "open" }
  | { readonly kind: "undecided"; readonly reason: string; readonly steps: readonly Step[] }
  | { readonly kind: "role"; readonly steps: readonly Step[] }
  /** It acts on what is tied to the caller: ownership decides, and not a role. */
  | { readonly kind: "own"; readonly steps: readonly Step[] }
  /** A role on some ways, and none on others. */
  | { readonly kind: "some-ways"; readonly steps: readonly Step[] }
  | { readonly kind: "anyone-signed-in"; readonly steps: readonly Step[] };

export function functionAccess(input: JudgeInput, endpoint: Endpoint): FunctionAccess {
  const administrative = isAdministrative(endpoint);
  const effect = methodEffect(endpoint.method);
  if (effect !== "write" && !administrative) return { kind: "exempt", reason: effect === "read" ? "It only reads, and nothing says that it is administrative." : "A channel is judged by whom it lets connect." };
  if (!administrative && publicPurpose(endpoint) !== undefined) return { kind: "exempt", reason: "By its path it is about the caller's own account or session." };
  if (endpoint.posture === "public") return { kind: "open" };
  if (endpoint.posture === "unknown") return { kind: "undecided", reason: `its guards could not be decided: ${(endpoint.reason ?? "no reason was given").replace(/\.$/, "")}`, steps: endpoint.proof };
  const stated = endpoint.guards.find(statesRole);
  if (stated !== undefined) return { kind: "role", steps: stated.proof };
  const trace = input.trace(endpoint.id);
  if (trace === undefined || trace.exits.length === 0) return { kind: "undecided", reason: trace?.lost[0]?.note ?? "its handler could not be followed", steps: trace?.lost ?? [] };
  return accessOf(endpoint, trace, administrative);
}

/**
 * A guard that turns away who lacks the role. One that is asked behind another (a permission of a router) may leave strangers to that one, and
 * counts for the role that it was seen to ask for; the scopes that a dependency declares count where it rejects.
 */
function statesRole({ verdict, via, requires }: Guard): boolean {
  return requires.some(({ kind }) => (kind === "role" && (verdict === "rejects" || (verdict !== "unknown" && via === "permission"))) || (kind === "scope" && verdict === "rejects"));
}

function accessOf(endpoint: Endpoint, trace: HandlerTrace, administrative: boolean): FunctionAccess {
  const required = roleRequirement(trace);
  switch (required.kind) {
    case "role":
      return required;
    case "some-ways":
      return { kind: "some-ways", steps: [...required.steps, { span: required.open, note: "this success asks for no role" }] };
    case "object":
      return { kind: "own", steps: required.steps };
    case "secret":
      return { kind: "undecided", reason: "a shared secret lets its holder in, and the code does not say who holds it", steps: required.steps };
    case "unclear":
      return { kind: "undecided", reason: required.reason, steps: required.steps };
    case "none": {
      const ties = administrative ? [] : tiesToCaller(endpoint, trace);
      return ties.length > 0 ? { kind: "own", steps: ties } : { kind: "anyone-signed-in", steps: endpoint.proof };
    }
    default:
      return required satisfies never;
  }
}

const telling = /^(?:debug|info|warning|warn|error|exception|critical|log|print|capture_message|set_user|bind|emit|send|track)$/;

/** Where the handler, and not a guard, gives the caller to what it reads or writes: `Item(owner=user)`, `filter(owner=user)`. */
function tiesToCaller({ handler }: Endpoint, trace: HandlerTrace): Step[] {
  const look = new TermLook();
  for (const event of trace.events) {
    const place = event.through[0]?.span ?? event.span;
    if (place.path !== handler.span.path || place.line < handler.span.line) continue;
    const name = event.kind === "call" && event.call.callee.kind === "attribute" ? event.call.callee.name : "";
    if (telling.test(name)) continue;
    const terms = event.kind === "call" ? [event.call] : event.kind === "set-attribute" ? [event.target, event.value] : [event.target];
    if (terms.some((term) => look.of(term).caller)) return [{ span: event.span, note: "what it does is tied to the caller here" }];
  }
  return [];
}
