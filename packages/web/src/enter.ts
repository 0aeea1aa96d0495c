import { activate, diverged, findInMro, newFrame, type Arguments, type Exit, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";

/** Runs a function as its own frame and says how it can end; a call that can only raise ends it. */
export function enter(machine: Machine, fn: FunctionValue, args: Arguments, place: Place): readonly Exit[] {
  const frame = machine.frame;
  const outer = newFrame(fn.place.module, fn.place.module.scope);
  machine.frame = outer;
  try {
    return activate(machine, fn, args, place);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return outer.exits;
  } finally {
    machine.frame = frame;
  }
}

/** The function that runs when a value is called, with the decorators of the repository around it; undefined for natives and what is not known. */
export function callee(handler: Value): FunctionValue | undefined {
  if (handler.kind === "function") return handler;
  if (handler.kind === "method" && handler.func.kind === "function") return handler.func;
  if (handler.kind === "instance") {
    const found = findInMro(handler.class, "__call__");
    return found?.value.kind === "function" ? found.value : undefined;
  }
  return undefined;
}

/** What stands before the arguments that a framework passes: the object that a method is called on. */
export function receiver(handler: Value): readonly Value[] {
  if (handler.kind === "method") return [handler.self];
  return handler.kind === "instance" ? [handler] : [];
}
