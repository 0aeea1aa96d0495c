import type { CallTerm, Term } from "@muster/contract";
import { isChanged, isRequest } from "./given-values.ts";
import type { Scene } from "./scene.ts";
import { shownTerms } from "./shown-terms.ts";
import { argumentsOf, calledName, reaches, receiverOf } from "./term.ts";

/** Where a middleware keeps the caller on the request. */
const callerNames = new Set(["user", "current_user", "principal", "actor", "identity", "user_id", "username", "auth", "caller", "subject", "account"]);

/** Whether the written text tells who did it: the authenticated caller, or something that it is read from. */
export function namesActor(content: readonly Term[], scene: Scene): boolean {
  return content.some((term) => [...shownTerms(term)].some((part) => part.kind === "principal" || isCallerOfRequest(part) || isCallerOfContext(part) || (scene.kind === "receiver" && isCallerOnObject(part))));
}

const callerCall = /^_*(?:get_)?(?:current_|request_|acting_|authenticated_)(?:user|actor|principal|request|username|identity|account|member)(?:_or_none|_or_anonymous|_id)?$|^get_(?:user|actor|principal)(?:_or_none)?$/;
const contextName = /(?:^|[_.])(?:user|actor|principal|request|identity|current_user|user_id|username|caller|auth)(?:_(?:ctx|context|var|id))*$/i;
const madeForContext = new Set(["ContextVar", "local", "Local", "LocalProxy"]);

/** What is kept for the request at hand outside of it: `crum.get_current_user()`, `actor_ctx.get()`, `_thread_locals.user`. */
function isCallerOfContext(term: Term): boolean {
  if (term.kind === "call") {
    const name = calledName(term);
    if (callerCall.test(name) && argumentsOf(term).length === 0) return true;
    const receiver = receiverOf(term);
    return name === "get" && receiver?.kind === "call" && madeForContext.has(calledName(receiver)) && receiver.args.some((argument) => argument.kind === "const" && typeof argument.value === "string" && contextName.test(argument.value));
  }
  return term.kind === "attribute" && contextName.test(term.name) && term.of.kind === "call" && madeForContext.has(calledName(term.of));
}

const recordedBy = /^_?(?:(?:last_)?(?:updated|modified|changed|deleted|removed|edited|archived|created|saved|touched)_by(?:_user)?(?:_id)?|actor(?:_id)?|current_user|history_user|acting_user|request_user|changed_by)$/;

/** What handlers leave on the object for its receivers: `instance.updated_by`, `instance._actor`. */
function isCallerOnObject(term: Term): boolean {
  return term.kind === "attribute" && recordedBy.test(term.name) && reaches(term.of, isChanged);
}

/** Whether a call is handed the caller, the request or something unknown, as an argument or by the object that it is a method of. */
export function mayKnowActor(call: CallTerm): boolean {
  const receiver = receiverOf(call);
  const held = receiver?.kind === "instance" ? receiver.attributes.map((attribute) => attribute.value) : receiver === undefined ? [] : [receiver];
  return [...argumentsOf(call), ...held].some((term) => [...shownTerms(term)].some((part) => part.kind === "principal" || part.kind === "unknown" || (part.kind === "input" && part.source === "request")));
}

/** `request.user`, `request.state.user`, `request.scope["user"]`. */
function isCallerOfRequest(term: Term): boolean {
  const name = term.kind === "attribute" ? term.name : term.kind === "item" && term.key.kind === "const" ? term.key.value : undefined;
  if (typeof name !== "string" || !callerNames.has(name)) return false;
  return reaches(term, isRequest);
}
