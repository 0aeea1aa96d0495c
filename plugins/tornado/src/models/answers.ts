import { conditionsOf, constant, diverged, native, none, visiblePlace, type ConditionList, type Instance, type NativeCall, type Path, type Place, type Value } from "@muster/python";
import { withStatus } from "@muster/web";

/** A status that a handler set, and under which undecided conditions. */
interface SetStatus {
  /** Undefined where the number is not known. */
  readonly status: number | undefined;
  readonly conditions: ConditionList | undefined;
  readonly place: Place;
}

const statusKey = "tornado.status";
const endedKey = "tornado.ended";

/** What becomes of the answer: its status, and that it was sent. */
export const answers: ReadonlyMap<string, Value> = new Map(
  Object.entries({ set_status: setStatus, status_of: statusOf, finished, ended, over, closed }).map(([name, run]) => [`tornado._native.${name}`, native(`tornado._native.${name}`, run)]),
);

function handlerOf(call: NativeCall): Instance | undefined {
  const handler = call.get(0);
  return handler?.kind === "instance" ? handler : undefined;
}

function historyOf(handler: Instance): SetStatus[] {
  const known = handler.records.get(statusKey) as SetStatus[] | undefined;
  if (known) return known;
  const made: SetStatus[] = [];
  handler.records.set(statusKey, made);
  return made;
}

function setStatus(call: NativeCall): Value {
  const handler = handlerOf(call);
  const code = call.get(1);
  if (handler) historyOf(handler).push({ status: code?.kind === "const" && typeof code.value === "number" ? code.value : undefined, conditions: call.conditions, place: visiblePlace(call.machine, call.place) });
  return none;
}

type Condition = ReturnType<typeof conditionsOf>[number];

function isSame(a: Condition, b: Condition): boolean {
  return a.place.module === b.place.module && a.place.s === b.place.s && a.text === b.text;
}

/** Whether one or the other of two lists of conditions holds in any case: `if` and its `else`. */
function complete(a: readonly Condition[], b: readonly Condition[]): boolean {
  return a.length === b.length && a.every((one, index) => {
    const other = b[index];
    return other !== undefined && isSame(one, other) && (one.holds === other.holds) === (index < a.length - 1);
  });
}

/** The statuses that hold on a path: the last one that was surely set, and later ones that may have been. */
export function statusesAt(path: Path, handler: Instance): { readonly status: number | undefined; readonly place: Place | undefined }[] {
  const here = conditionsOf(path.conditions);
  const out: { status: number | undefined; place: Place | undefined }[] = [];
  const seen: (readonly Condition[])[] = [];
  for (const one of historyOf(handler).toReversed()) {
    // What holds on this path anyway does not decide.
    const conditions = conditionsOf(one.conditions).filter((condition) => !here.some((other) => isSame(other, condition) && other.holds === condition.holds));
    if (conditions.some((condition) => here.some((other) => isSame(other, condition)))) continue;
    out.push({ status: one.status, place: one.place });
    if (conditions.length === 0 || seen.some((other) => complete(other, conditions))) return out;
    seen.push(conditions);
  }
  return [...out, { status: 200, place: undefined }];
}

function statusOf(call: NativeCall): Value | undefined {
  const handler = handlerOf(call);
  const [only, ...others] = handler ? statusesAt(call.machine.path, handler) : [];
  return only?.status !== undefined && others.length === 0 ? { kind: "const", value: only.status } : undefined;
}

/**
 * The answer is sent: nothing after it reaches the caller. A refusal ends the run of a caller without a credential here; after
 * other answers the handler's code goes on as it does in Tornado.
 */
function finished(call: NativeCall): Value {
  const handler = handlerOf(call);
  const { machine } = call;
  if (!handler || machine.mode !== "anonymous") return none;
  const statuses = statusesAt(machine.path, handler);
  if (!statuses.every(({ status }) => status !== undefined && status >= 300)) {
    if (machine.path.conditions === undefined) handler.records.set(endedKey, true);
    return none;
  }
  for (const { status, place } of statuses) {
    const at = place ?? visiblePlace(machine, call.place);
    machine.frame?.exits.push({ kind: "raise", value: withStatus(status ?? 0, at), place: at, path: machine.path, through: [] });
  }
  throw diverged;
}

/** Whether the answer was surely sent before the handler's method ran. */
function ended(call: NativeCall): Value {
  return constant(handlerOf(call)?.records.get(endedKey) === true);
}

/** The end of a request: it is answered with what was set. */
function over(call: NativeCall): Value {
  const handler = handlerOf(call);
  const { machine } = call;
  if (!handler) return none;
  for (const { status, place } of statusesAt(machine.path, handler)) {
    const at = place ?? visiblePlace(machine, call.place);
    machine.frame?.exits.push({ kind: "return", value: status === undefined ? none : withStatus(status, at), place: at, path: machine.path, through: [] });
  }
  throw diverged;
}

/** A socket that is closed for a policy turns the caller away. */
function closed(call: NativeCall): Value {
  const code = call.get(0);
  const { machine } = call;
  if (machine.mode !== "anonymous" || code?.kind !== "const" || typeof code.value !== "number" || code.value === 1000) return none;
  const at = visiblePlace(machine, call.place);
  machine.frame?.exits.push({ kind: "raise", value: withStatus(code.value, at), place: at, path: machine.path, through: [] });
  throw diverged;
}
