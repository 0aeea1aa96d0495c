import { call as callValue, constant, diverged, hasAttribute, isDenial, joinPaths, knownText, modelClass, none, pathWithStatus, runLimits, statusOfExit, unknown, withCondition, setOnClass, type Exit, type NativeCall, type Value } from "@muster/python";
import { callee, enter, receiver } from "./enter.ts";
import { forLibrary } from "./for-library.ts";
import { refuse } from "./refuse.ts";
import { responseStatus } from "./response-status.ts";

/** What an application object is assigned to here is the status that the caller gets: `response.status = 401`. */
const responseClass = modelClass({
  name: "muster.Response",
  methods: {
    __setattr__: (call) => {
      const name = knownText(call.get(0));
      const value = call.get(1);
      if (value && (name === "status" || name === "status_code" || name === "status_int")) call.machine.path = pathWithStatus(call.machine.path, responseStatus(value));
      // What a framework answers at once when the response is complete.
      if (name === "complete" && call.self.kind === "instance" && isTrue(call.self.attributes.get("ends_request")) && isTrue(value)) refuse(call.machine, call.machine.path.status ?? 200, call.place);
      return none;
    },
  },
});

/** What library modules need on the way of one request: the response at hand, and calls whose ways out are their own. The page of `applicationPrimitives` says what each does. */
export const wayPrimitives: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["muster.Response", responseClass],
  ...Object.entries({ respond, responded, code, has, answers, before, leave }).map(([name, run]): [string, Value] => [`muster.${name}`, forLibrary(`muster.${name}`, run)]),
]);

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}

function respond(call: NativeCall): Value {
  const status = call.get(0) ?? none;
  call.machine.path = pathWithStatus(call.machine.path, responseStatus(status));
  return none;
}

function responded(call: NativeCall): Value {
  return constant(call.machine.path.status ?? null);
}

function code(call: NativeCall): Value {
  return constant(responseStatus(call.get(0) ?? none) ?? null);
}

function has(call: NativeCall): Value {
  const [object, name] = [call.get(0), knownText(call.get(1))];
  return constant(object !== undefined && name !== undefined && hasAttribute(call.machine, object, name, call.place) === true);
}

/** The status of the answer is noted on the class, where it is always the same. */
function answers(call: NativeCall): Value {
  const [errors, run] = [call.get(0), call.get(1)];
  const chain = run && callee(run);
  if (!errors || !chain) return none;
  const { machine } = call;
  const exits = machine.within("trace", runLimits, () => enter(machine, chain, { positional: receiver(run), keywords: new Map(), open: false }, call.place));
  const [status, ...others] = new Set(exits.map(statusOfExit));
  if (status === undefined || others.length > 0) return none;
  for (const error of errors.kind === "tuple" || errors.kind === "list" ? errors.items.map((item) => item.value) : [errors]) {
    if (error.kind === "class" && !error.opaque && !error.construct) setOnClass(error, "@status", constant(status));
  }
  return none;
}

function before(call: NativeCall): Value | undefined {
  const [target, first] = [call.get(0), call.get(1)];
  const fn = target && callee(target);
  const { machine } = call;
  const { frame } = machine;
  if (!target || !fn || !frame) return none;
  const exits = enter(machine, fn, { positional: [...receiver(target), ...call.args.positional.slice(1)], keywords: call.args.keywords, open: call.args.open }, call.place);
  const goesOn = (value: Value): boolean => value === first || value.kind === "symbolic" || (value.kind === "const" && value.value === null) || (value.kind === "union" && value.options.some(goesOn));
  const on = exits.filter((exit) => exit.kind === "return" && goesOn(exit.value));
  frame.exits.push(...exits.filter((exit) => !on.includes(exit)));
  if (on.length === 0) throw diverged;
  machine.path = on.map((exit) => exit.path).reduce((a, b) => joinPaths(a, b));
  return none;
}

function leave(call: NativeCall): Value | undefined {
  const target = call.get(0);
  const fn = target && callee(target);
  const { frame } = call.machine;
  if (target?.kind === "union" && frame) return leaveByOneOf(call, target.options);
  if (!target || !fn || !frame) return target && callValue(call.machine, target, { ...call.args, positional: call.args.positional.slice(1) }, call.place);
  const exits = enter(call.machine, fn, { positional: [...receiver(target), ...call.args.positional.slice(1)], keywords: call.args.keywords, open: call.args.open }, call.place);
  frame.exits.push(...exits);
  throw diverged;
}

/** One of several functions is the last to be called: where one of them turns the caller away, that it was another is a condition of the ways past it. */
function leaveByOneOf(call: NativeCall, options: readonly Value[]): never {
  const { machine } = call;
  const outer = machine.path;
  const exits = options.flatMap((option): readonly Exit[] => {
    machine.path = outer;
    const fn = callee(option);
    if (!fn) return [{ kind: "return", value: none, place: call.place, path: outer, through: [] }];
    return enter(machine, fn, { positional: [...receiver(option), ...call.args.positional.slice(1)], keywords: call.args.keywords, open: call.args.open }, call.place);
  });
  const denial = exits.find(isDenial);
  for (const exit of exits) {
    const doubtful = denial && !isDenial(exit);
    const condition = { value: unknown("which of several functions is called was decided elsewhere", call.place), holds: true, place: exit.place, text: "which of several functions is called here" };
    machine.frame?.exits.push(doubtful ? { ...exit, path: withCondition(exit.path, { ...condition, otherwise: { kind: "raise", value: denial.value, place: denial.place } }) } : exit);
  }
  throw diverged;
}
