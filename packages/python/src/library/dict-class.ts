import { setItem } from "../evaluate/assignment.ts";
import { elementsOf } from "../evaluate/iteration.ts";
import type { Machine } from "../evaluate/machine.ts";
import { nativeCall, argumentsOf, type NativeCall } from "../evaluate/native-call.ts";
import { compare } from "../evaluate/operators.ts";
import { item } from "../evaluate/subscript.ts";
import { modelClass } from "../framework.ts";
import { none } from "../values/make.ts";
import type { ClassValue, Dict, Value } from "../values/value.ts";
import { builtins } from "./builtins.ts";
import { methodOfBuiltin } from "./methods.ts";

const name = "builtins.dict";
const record = "dict";

/** Methods that do for a subclass's object what they do for the dict that it keeps. */
const delegated = ["get", "items", "keys", "values", "copy", "update", "setdefault", "pop"];

/** `dict` as a base: an object of a subclass keeps a dict of its own, so that the subclass may override how it is reached. */
export function dictClass(machine: Machine): ClassValue {
  const known = machine.opaqueClasses.get(name);
  if (known) return known;
  const cls = modelClass({
    name,
    methods: {
      ...Object.fromEntries(delegated.map((method) => [method, (call: NativeCall) => delegate(call, method)])),
      __init__: initialise,
      __getitem__: (call) => on(call, (held) => item(call.machine, held, call.get(0) ?? none, call.place)),
      __setitem__: (call) => on(call, (held) => (setItem(call.machine, held, call.get(0) ?? none, call.get(1) ?? none, call.place), none)),
      __contains__: (call) => on(call, (held) => compare(call.machine, "in", call.get(0) ?? none, held, call.place)),
      __iter__: (call) => on(call, (held) => ({ kind: "list", ...listOf(call, held) })),
      __len__: (call) => on(call, (held) => builtins["builtins.len"]?.(nativeCall(call.machine, none, argumentsOf(held), call.place))),
    },
  });
  machine.opaqueClasses.set(name, cls);
  return cls;
}

function initialise(call: NativeCall): Value {
  const held = builtins["builtins.dict"]?.(call);
  if (call.self.kind === "instance") call.self.records.set(record, held?.kind === "dict" ? held : { kind: "dict", entries: new Map(), open: "entries that are not known" });
  return none;
}

function delegate(call: NativeCall, method: string): Value | undefined {
  return on(call, (held) => {
    const found = methodOfBuiltin(held, method);
    return found?.kind === "native" ? found.call({ ...call, self: none }) : undefined;
  });
}

/** What is done with the dict that an object keeps; one whose own `__init__` made none starts empty. */
function on(call: NativeCall, run: (held: Dict) => Value | undefined): Value | undefined {
  const { self } = call;
  if (self.kind !== "instance") return undefined;
  const held = (self.records.get(record) as Dict | undefined) ?? ({ kind: "dict", entries: new Map() } satisfies Dict);
  self.records.set(record, held);
  return run(held);
}

function listOf(call: NativeCall, held: Dict): { items: { value: Value }[]; open?: string } {
  const { items, open } = elementsOf(call.machine, held, call.place);
  return { items: [...items], ...(open !== undefined && { open }) };
}
