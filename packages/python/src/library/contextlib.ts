import { enterGenerator, generatorSwallows } from "../evaluate/managers.ts";
import { isOneOf, namesOf } from "../evaluate/try.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import { constant, native } from "../values/make.ts";
import type { Value } from "../values/value.ts";

/** What the module `contextlib` (told in Python in the folder `standard`) cannot say there. */
export function contextlibModels(): [string, Value][] {
  return Object.entries({ enter, exit, swallows }).map(([name, run]) => [`muster_contextlib.${name}`, native(`muster_contextlib.${name}`, run)]);
}

/** `enter(func, *args, **kwds)`: runs a generator as far as its `yield`. */
function enter({ machine, args, place }: NativeCall): Value | undefined {
  const [fn, ...positional] = args.positional;
  return fn?.kind === "function" ? enterGenerator(machine, fn, { ...args, positional }, place) : undefined;
}

/** `exit(raised, func, *args, **kwds)`: whether a generator swallows what is raised where it yields. */
function exit({ machine, args, place }: NativeCall): Value | undefined {
  const [raised, fn, ...positional] = args.positional;
  if (!raised || fn?.kind !== "function") return undefined;
  return constant(generatorSwallows(machine, fn, { ...args, positional }, raised, place));
}

/** `swallows(raised, classes)`: whether it is of one of them. */
function swallows(call: NativeCall): Value | undefined {
  const [raised, classes] = [call.get(0), call.get(1)];
  if (!raised || classes?.kind !== "tuple") return undefined;
  if (raised.kind === "const") return constant(false);
  return constant(classes.open !== undefined || classes.items.some(({ value }) => isOneOf(raised, namesOf(call.machine, value, call.place))));
}
