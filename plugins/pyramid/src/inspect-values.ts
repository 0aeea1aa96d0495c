import { constant, emptyDict, findInMro, type FunctionValue, type NativeCall, type Value } from "@muster/python";

export function isClass(call: NativeCall): Value {
  return constant(call.get(0)?.kind === "class");
}

export function isException(call: NativeCall): Value {
  const value = call.get(0);
  return constant(value?.kind === "class" ? value.mro.some((cls) => /^builtins\.\w*(Exception|Error)$/.test(cls.name)) : value?.kind === "external" && /(Exception|Error)$/.test(value.name));
}

export function isModule(call: NativeCall): Value {
  return constant(call.get(0)?.kind === "module");
}

/** Neither code of the repository nor of a library module. */
export function isOutside(call: NativeCall): Value {
  const value = call.get(0);
  return constant(value === undefined || value.kind === "external" || value.kind === "symbolic");
}

/** Settings that the code names; a file that is not read here may set more. */
export function openSettings(call: NativeCall): Value {
  const given = call.get(0);
  if (given?.kind !== "dict") return emptyDict("settings come from a file that is not read");
  return { ...given, open: given.open ?? "settings come from a file that is not read as well" };
}

/** Whether a view is called with context and request, and not with the request alone: by its parameters, as Pyramid decides. */
export function takesContext(call: NativeCall): Value {
  const view = call.get(0);
  const fn = view && calledFunction(view);
  if (!view || !fn) return constant(false);
  const plain = fn.params.filter((param) => param.kind !== "var" && param.kind !== "kwvar" && param.kind !== "kw");
  const own = view.kind === "function" && fn.owner === undefined ? plain : plain.slice(1);
  const required = own.filter((param) => !fn.defaults.has(param.n));
  // A wrapper of `*args` is handed both.
  return constant(required.length > 1 || own.length === 0);
}

function calledFunction(view: Value): FunctionValue | undefined {
  if (view.kind === "function") return view;
  if (view.kind === "method") return view.func.kind === "function" ? view.func : undefined;
  const cls = view.kind === "class" ? view : view.kind === "instance" ? view.class : undefined;
  const found = cls && findInMro(cls, view.kind === "class" ? "__init__" : "__call__");
  return found?.value.kind === "function" ? found.value : undefined;
}
