import { concernsWhoCalls, conditionsOf, constant, knownText, label, labelsOf, modelClass, symbolic, termOf, union, type ClassValue, type ConditionList, type Dict, type Machine, type NativeCall, type Value } from "@muster/python";

/** What code keeps beside one request: `request.state`, `flask.g`, `request.ctx`. Layers write it, layers behind them and handlers read it. */
export const requestState: ClassValue = modelClass({
  name: "muster.RequestState",
  methods: {
    __getattr__: (call) => readState(call, knownText(call.get(0)) ?? ""),
    __setattr__: (call) => writeState(call, knownText(call.get(0)), call.get(1)),
    __getitem__: (call) => readState(call, knownText(call.get(0)) ?? ""),
    __setitem__: (call) => writeState(call, knownText(call.get(0)), call.get(1)),
    get: (call) => getState(call, knownText(call.get(0)) ?? ""),
  },
});

/**
 * A name that a layer set beside the request. What says who calls is taken from the run for callers without a valid
 * credential only by runs that make its assumption; elsewhere it is a credential.
 */
export function readState(call: Pick<NativeCall, "machine" | "self" | "place">, name: string): Value | undefined {
  const { machine } = call;
  const entry = machine.mode === "anonymous" ? machine.request?.state.entries.get(`s:${name}`) : undefined;
  if (!concernsWhoCalls(name)) return entry?.value;
  if (entry && machine.trusting !== "nothing") return entry.value;
  machine.seen.add("custom");
  return symbolic({ kind: "attribute", of: termOf(call.self), name }, { labels: machine.mode === "anonymous" ? label.credential : label.principal, place: call.place, ...(entry && { lean: { truth: false, strong: false } }) });
}

/** `state.get(name, default)`: of what is not known to be there, the default for a caller without a credential alone. */
export function getState(call: Pick<NativeCall, "machine" | "self" | "place" | "get">, name: string): Value | undefined {
  return readState(call, name) ?? (call.machine.mode === "trace" ? undefined : (call.get(1, "default") ?? constant(null)));
}

type Entry = Dict["entries"] extends Map<string, infer One> ? One : never;

/** One of two values, by conditions that may be about the caller: what hangs on it is not decided, and never about the code alone. */
function eitherOf(before: Value, after: Value, machine: Machine): Value {
  const either = union([before, after]);
  if (either.kind !== "union" || either.options.some((option) => labelsOf(option) !== 0)) return either;
  const labels = conditionsOf(machine.path.conditions).reduce((all, condition) => all | labelsOf(condition.value), 0);
  return labels === 0 ? either : symbolic(termOf(either), { labels: labels & ~label.input, reason: "it is set under a condition" });
}

/** Under which conditions an entry was written. */
const writtenUnder: WeakMap<Entry, ConditionList | undefined> = new WeakMap();

/**
 * Keeps what a layer sets beside the request for the runs of what comes behind it. Under a condition that evaluation
 * cannot decide, what was there before may still be.
 */
export function writeState(call: Pick<NativeCall, "machine">, name: string | undefined, value: Value | undefined): Value {
  const { mode, trusting, request, path } = call.machine;
  if (name !== undefined && value && mode === "anonymous" && trusting === "everything" && request) {
    const { entries } = request.state;
    const before = entries.get(`s:${name}`);
    const either = before && path.conditions !== undefined && writtenUnder.get(before) !== path.conditions;
    const entry = { key: constant(name), value: either ? eitherOf(before.value, value, call.machine) : value };
    writtenUnder.set(entry, path.conditions);
    entries.set(`s:${name}`, entry);
  }
  return constant(null);
}
