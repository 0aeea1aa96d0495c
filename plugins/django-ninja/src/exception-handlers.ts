import { diverged, noArguments, type ClassValue, type Exit, type NativeCall, type Value } from "@muster/python";
import { callee, enter, receiver } from "@muster/web";

/**
 * `handled(handlers, run, request, kwargs)`: runs an operation, and what it certainly raises goes to the handler for its class, the
 * most derived first: that handler's answer is the operation's. Told here because `except` in Python counts with errors of any kind.
 */
export function handled(call: NativeCall): Value | undefined {
  const [handlers, run, request, kwargs] = [call.get(0), call.get(1), call.get(2), call.get(3)];
  const fn = run && callee(run);
  const { frame } = call.machine;
  if (!fn || !request || !frame) return undefined;
  const keywords = new Map(kwargs?.kind === "dict" ? [...kwargs.entries.values()].flatMap(({ key, value }): [string, Value][] => (key.kind === "const" && typeof key.value === "string" ? [[key.value, value]] : [])) : []);
  for (const exit of enter(call.machine, fn, { ...noArguments, positional: [request], keywords }, call.place)) {
    const handler = exit.kind === "raise" ? handlerFor(handlers, exit.value) : undefined;
    const answers = handler && answersOf(call, handler, request, exit);
    frame.exits.push(...(answers ?? [exit]));
  }
  throw diverged;
}

function handlerFor(handlers: Value | undefined, error: Value): Value | undefined {
  const known = handlers?.kind === "list" ? handlers.items.map((item) => item.value) : [];
  for (const cls of classesOf(error)) {
    // The last that was given for a class counts.
    const pair = known.findLast((one) => one.kind === "tuple" && one.items[0]?.value.kind === "class" && one.items[0].value.name === cls.name);
    if (pair?.kind === "tuple") return pair.items[1]?.value;
  }
  return undefined;
}

function classesOf(error: Value): readonly ClassValue[] {
  if (error.kind === "instance") return error.class.mro;
  return error.kind === "class" ? error.mro : [];
}

function answersOf(call: NativeCall, handler: Value, request: Value, raised: Exit): readonly Exit[] | undefined {
  const fn = callee(handler);
  if (!fn) return undefined;
  const { path } = call.machine;
  call.machine.path = raised.path;
  try {
    return enter(call.machine, fn, { ...noArguments, positional: [...receiver(handler), request, raised.value] }, raised.place);
  } finally {
    call.machine.path = path;
  }
}
