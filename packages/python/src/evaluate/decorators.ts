import type { Expr } from "../syntax.ts";
import type { FunctionValue, Place, Value } from "../values/value.ts";
import { call } from "./calls.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import { diverged, placeKey, type Machine } from "./machine.ts";
import { argumentsOf } from "./native-call.ts";

/** Applies decorators bottom-up. One that cannot be entered leaves the function as it is, wrapped: what it does is not known. */
export function applyDecorators(machine: Machine, decorators: readonly Expr[], target: Value, frame: Frame): Value {
  let value = target;
  const applied: AppliedDecorator[] = [];
  for (const expr of [...decorators].reverse()) {
    const place: Place = { module: frame.module, s: expr.s, e: expr.e };
    const decorator = evaluate(machine, expr, frame);
    value = decorate(machine, decorator, value, place, frame);
    applied.unshift({ decorator, place, result: value });
  }
  if (applied.length > 1 && target.kind === "function") machine.decorated.set(placeKey(target.place), applied);
  return value;
}

/** A decorator and what it made of what stands below it. */
export interface AppliedDecorator {
  readonly decorator: Value;
  readonly place: Place;
  readonly result: Value;
}

function decorate(machine: Machine, decorator: Value, target: Value, place: Place, frame: Frame): Value {
  let result: Value;
  try {
    result = call(machine, decorator, argumentsOf(target), place, frame);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return wrap(target, decorator, place);
  }
  if (result.kind === "symbolic" || result.kind === "external" || result.kind === "template") return wrap(target, decorator, place);
  if (result.kind === "union") {
    // A decorator that works with and without arguments returns one of two things: the one that is a function.
    // Where one of them is the function as it was, whether it is wrapped at all is not known.
    if (target.kind === "function" && result.options.some((option) => option.kind === "function" && option.body === target.body)) return wrap(target, decorator, place);
    const callable = result.options.find((option) => option.kind === "function" || option.kind === "class");
    return callable ?? wrap(target, decorator, place);
  }
  return result;
}

function wrap(target: Value, decorator: Value, place: Place): Value {
  if (target.kind === "function") return withWrapper(target, decorator, place);
  if (target.kind === "class") return Object.assign(target, { wrappers: [...(target.wrappers ?? []), { decorator, place }] });
  return target;
}

export function withWrapper(fn: FunctionValue, decorator: Value, place: Place): FunctionValue {
  return { ...fn, wrappers: [...fn.wrappers, { decorator, place }] };
}
