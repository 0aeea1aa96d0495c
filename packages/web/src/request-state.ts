import { constant, knownText, label, modelClass, symbolic, termOf, type ClassValue, type NativeCall, type Value } from "@muster/python";

/** What code keeps beside one request: `request.state`, `flask.g`, `request.ctx`. Layers write it, layers behind them and handlers read it. */
export const requestState: ClassValue = modelClass({
  name: "muster.RequestState",
  methods: {
    __getattr__: (call) => readState(call, knownText(call.get(0)) ?? ""),
    __setattr__: (call) => writeState(call, knownText(call.get(0)), call.get(1)),
    __getitem__: (call) => readState(call, knownText(call.get(0)) ?? ""),
    __setitem__: (call) => writeState(call, knownText(call.get(0)), call.get(1)),
    get: (call) => readState(call, knownText(call.get(0)) ?? "") ?? call.get(1),
  },
});

const saysWhoCalls = /user|auth|subject|principal|account|identity|claims|token|member|customer|actor|caller|api_?key|role|scope|permission/i;

/** What a name beside the request says of callers when nothing is known of what was set there. */
export function concernsWhoCalls(name: string): boolean {
  return saysWhoCalls.test(name);
}

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

/** Keeps what a layer sets beside the request for the runs of what comes behind it. */
export function writeState(call: Pick<NativeCall, "machine">, name: string | undefined, value: Value | undefined): Value {
  if (name !== undefined && value && call.machine.mode === "anonymous" && call.machine.trusting === "everything") call.machine.request?.state.entries.set(`s:${name}`, { key: constant(name), value });
  return { kind: "const", value: null };
}
