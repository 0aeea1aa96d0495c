import { constant, findInMro, importDotted, knownText, none, runModule, sequence, type FunctionValue, type NativeCall, type Value } from "@muster/python";

/** `route_functions(cls)`: the methods under a route's decorator, those of base classes first; one that a subclass replaces is replaced. */
export function routeFunctions(call: NativeCall): Value {
  const cls = call.get(0);
  if (cls?.kind !== "class") return sequence("list", []);
  const names = new Set(cls.mro.toReversed().flatMap((one) => [...one.attributes].filter(([, value]) => isRoute(value)).map(([name]) => name)));
  const found = [...names].flatMap((name): FunctionValue[] => {
    // The last in the order of methods that carries a route, even where a plain method hides it.
    const value = cls.mro.map((one) => one.attributes.get(name)).find((one) => one !== undefined && isRoute(one)) ?? findInMro(cls, name)?.value;
    return value?.kind === "function" ? [value] : [];
  });
  return sequence("list", found);
}

function isRoute(value: Value): boolean {
  return value.kind === "function" && value.attributes.has("ninja_route");
}

/** `is_class(value)`. */
export function isClass(call: NativeCall): Value {
  return constant(call.get(0)?.kind === "class");
}

/** `import_now(dotted)`: runs a module at once, for what its top level registers; nothing where the repository has none of the name. */
export function importNow(call: NativeCall): Value {
  const dotted = knownText(call.get(0));
  const module = dotted === undefined ? undefined : importDotted(call.machine, dotted, call.place);
  if (module?.kind === "module") runModule(call.machine, module.module);
  return none;
}
