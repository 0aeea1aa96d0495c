import { getAttribute, sequence, constant, namesRead, type ClassValue, type FunctionValue, type NativeCall, type Place, type Value } from "@muster/python";

const name = "__pyramid_views__";

/** Where the function or class is defined that a list was left on: a wrapper that copied its attributes is another one, which no scan takes for it. */
const owners = new WeakMap<Value, Place | undefined>();

/** Leaves word on a function or class that a scan makes it a view: settings, and where that is said. */
export function attach(call: NativeCall): Value | undefined {
  const [wrapped, settings, at] = [call.get(0), call.get(1), call.get(2)];
  const on = wrapped?.kind === "function" || wrapped?.kind === "class" ? wrapped : undefined;
  if (!on || !settings || !at) return wrapped;
  const before = on.attributes.get(name);
  const list = sequence("list", [...(before?.kind === "list" ? before.items.map((item) => item.value) : []), sequence("tuple", [settings, at])]);
  on.attributes.set(name, list);
  owners.set(list, on.place);
  return on;
}

/** What was left on an object itself. */
export function attached(call: NativeCall): Value {
  const found = call.get(0);
  return listOn(found) ?? sequence("list", []);
}

/** The same for the methods that a class itself defines: attribute, settings, place. */
export function attachedToMethods(call: NativeCall): Value {
  const found = call.get(0);
  if (found?.kind !== "class") return sequence("list", []);
  const out: Value[] = [];
  for (const [attribute, value] of found.attributes) {
    const list = value.kind === "function" ? listOn(value) : undefined;
    for (const { value: one } of list?.items ?? []) if (one.kind === "tuple") out.push(sequence("tuple", [constant(attribute), ...one.items.map((item) => item.value)]));
  }
  return sequence("list", out);
}

function listOn(value: Value | undefined): (Value & { kind: "list" | "tuple" | "set" }) | undefined {
  if (value?.kind !== "function" && value?.kind !== "class") return undefined;
  const list = value.attributes.get(name);
  if (list?.kind !== "list") return undefined;
  const owner = owners.get(list);
  return owner?.module === value.place?.module && owner?.s === value.place?.s ? list : undefined;
}

/** What a module defines at its top level, and does not import, in its order. */
export function definedIn(call: NativeCall): Value {
  const module = call.get(0);
  if (module?.kind !== "module") return sequence("list", []);
  const values: Value[] = [];
  getAttribute(call.machine, module, "__name__", call.place);
  namesRead(module.module.path);
  for (const bound of module.module.scope.vars.values()) {
    if (bound.kind === "import" || values.includes(bound)) continue;
    if (bound.kind === "instance" ? bound.place.module === module.module : (bound.kind === "function" || bound.kind === "class") && shown(bound) === module.module) values.push(bound);
  }
  return sequence("list", values);
}

function shown(value: FunctionValue | ClassValue): unknown {
  return (value.kind === "function" ? (value.wraps ?? value) : value).place?.module;
}
