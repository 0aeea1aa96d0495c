import { constant, emptyDict, findInMro, keyOf, sequence, type FunctionValue, type NativeCall, type Value } from "@muster/python";

/** `{"names": [...], "all": bool}` of a handler, by its own signature: what decorators with `functools.wraps` show. */
export function argumentNames(call: NativeCall): Value {
  const handler = call.get(0);
  const fn = handler && functionOf(handler);
  const shown = fn?.wraps ?? fn;
  const names = (shown?.params ?? []).filter((one) => one.kind === "any" || one.kind === "kw").map((one) => one.n);
  const bound = handler?.kind === "method" || handler?.kind === "instance" ? names.slice(1) : names;
  const dict = emptyDict();
  const put = (key: string, value: Value): unknown => dict.entries.set(keyOf(constant(key)) ?? key, { key: constant(key), value });
  put("names", sequence("list", bound.map((name) => constant(name))));
  put("all", constant(shown === undefined || shown.params.some((one) => one.kind === "kwvar")));
  return dict;
}

function functionOf(value: Value): FunctionValue | undefined {
  if (value.kind === "function") return value;
  if (value.kind === "method") return value.func.kind === "function" ? value.func : undefined;
  if (value.kind !== "instance") return undefined;
  const found = findInMro(value.class, "__call__");
  return found?.value.kind === "function" ? found.value : undefined;
}
