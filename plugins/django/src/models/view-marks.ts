import { argumentsOf, call as callValue, native, none, type FunctionValue, type NativeCall, type Value } from "@muster/python";

/** What decorators put on functions, and what decorators that cannot be followed leave. */
export function viewModels(): readonly (readonly [string, Value])[] {
  return Object.entries({ take_marks: takeMarks, applied, noted }).map(([name, run]) => [`django.views.marks.${name}`, native(`django.views.marks.${name}`, run)] as const);
}

/** `take_marks(to, from)`: attributes of a function, as `as_view()` takes them from `dispatch`: `csrf_exempt`, `login_required`. */
function takeMarks(call: NativeCall): Value {
  const to = call.get(0);
  const from = functionOf(call.get(1));
  if (to?.kind === "function" && from) for (const [name, value] of from.attributes) if (!to.attributes.has(name)) to.attributes.set(name, value);
  return none;
}

/** `applied(decorator, function)`: what the decorator makes of it; the function itself where that is not known. */
function applied(call: NativeCall): Value | undefined {
  const [decorator, fn] = [call.get(0), call.get(1)];
  if (!decorator || !fn) return undefined;
  const result = callValue(call.machine, decorator, argumentsOf(fn), call.place);
  return isCallable(result) ? result : fn;
}

/** `noted(wrapper, decorator, function)`: the wrapper, on which a decorator that could not be followed is noted. */
function noted(call: NativeCall): Value | undefined {
  const [wrapper, decorator, fn] = [call.get(0), call.get(1), call.get(2)];
  if (wrapper?.kind !== "function" || !decorator || !fn) return wrapper;
  if (isCallable(callValue(call.machine, decorator, argumentsOf(fn), call.place))) return wrapper;
  return { ...wrapper, wrappers: [...wrapper.wrappers, { decorator, place: call.place }] };
}

function functionOf(value: Value | undefined): FunctionValue | undefined {
  if (value?.kind === "method") return value.func.kind === "function" ? value.func : undefined;
  return value?.kind === "function" ? value : undefined;
}

function isCallable(value: Value): boolean {
  return value.kind === "function" || value.kind === "method" || value.kind === "native" || value.kind === "instance" || value.kind === "class";
}
