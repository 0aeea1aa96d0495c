import { concernsWhoCalls, knownText, labelsOf, modelClass, none, unknown, type ClassValue, type NativeCall, type Value } from "@muster/python";
import { callerPart } from "./caller-text.ts";

/** Keys under which a session holds who signed in; what else it holds any visitor may have. */
const signsIn = /log|uid|mail|sign|admin|(^|_)id$|session|profile|me$/i;

/** What a sign-in that is under way leaves for its own next step: every visitor who starts one has it. */
const underWay = /(^|[^a-z])(state|nonce|verifier|challenge|redirect|next|csrf|pkce)([^a-z]|$)/i;
const underWayInCamelCase = /[a-z](State|Nonce|Verifier|Challenge|Redirect|Next|Csrf)(?![a-z])/;

/** Whether a key of a session says who signed in. */
function saysSignedIn(name: string): boolean {
  return !underWay.test(name) && !underWayInCamelCase.test(name) && (concernsWhoCalls(name) || signsIn.test(name));
}

/** An item of a session: for a stranger there is none under a key that says who signed in. */
function sessionItem(call: NativeCall): Value {
  const name = knownText(call.get(0));
  // Neither what says who signed in for certain, nor what any visitor may have.
  if (name === undefined) {
    const part = callerPart(call, "?", { seen: "session" });
    return call.machine.mode === "anonymous" ? unknown("an item of the session, under a key that is not known", call.place, labelsOf(part)) : part;
  }
  return callerPart(call, name, { seen: "session", ...(saysSignedIn(name) && { lean: { truth: false, strong: true } }) });
}

/** A class of sessions, signed or kept by the server. */
export function sessionClass(className: string): ClassValue {
  return modelClass({
    name: className,
    methods: { get: sessionItem, __getitem__: sessionItem, pop: sessionItem, setdefault: sessionItem, __contains__: sessionItem, __setitem__: () => none, __setattr__: () => none, update: () => none, clear: () => none },
  });
}
