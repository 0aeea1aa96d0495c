import type { Guard, Step } from "@muster/contract";
import { conditionByDefault, conditionsOf, isDenial, isLibrary, isMissed, isNotedDenial, judgeExits, mayConcernCaller, noteRun, runBudget, spanOfPlace, statusOfExit, type Exit, type Judgement, type Machine, type Place, type Value, type Wrapper } from "@muster/python";
import { nameOf } from "./name-of.ts";

/** What answers a request, with the decorators of the repository around it. */
export interface HandlerRun {
  /** `module.path.function`, as a guard's name. */
  readonly name: string;
  readonly place: Place;
  /** Decorators stand around it. */
  readonly wrapped: boolean;
  /** It takes the request through everything around the handler as well: a refusal in it is not the handler's own business. */
  readonly wholeWay?: boolean;
  /** What comes before it looked at the caller already. */
  readonly looked?: boolean;
  /** All that `invoke` is made of besides what it reads of the program; absent where that is not told. */
  readonly of?: unknown;
  /** Runs it in the machine's mode and says how it can end. */
  invoke(machine: Machine): readonly Exit[];
  /** What the framework makes of a value that is returned: `("text", 401)` is a response of that status. */
  response?(value: Value): Value;
}

/** Whether a handler itself, or a decorator around it, turns callers without a valid credential away; undefined where it does not look at the caller. */
export function judgeHandler(machine: Machine, run: HandlerRun): Guard | undefined {
  const { response } = run;
  const exitsIn = (): Exit[] => {
    const exits = run.invoke(machine).flatMap(oneByOne);
    return response ? exits.map((exit) => (exit.kind === "return" ? { ...exit, value: response(exit.value) } : exit)) : exits;
  };
  const limits = runBudget(machine);
  let steps = 0;
  // Where others are turned away for who they are, a request that is malformed gets no further either, and "service unavailable" is no way in.
  let denied = false;
  const seenBefore = machine.seen;
  const defaultsBefore = machine.byDefault;
  machine.seen = new Set();
  machine.byDefault = new Set();
  const looks = (): boolean => run.looked === true || [...machine.seen].some((one) => one !== "custom");
  // What is switched off by default answers nobody, and says nothing of whom it answers once it is switched on.
  let switchedOff = true;
  const judge = (): Judgement | undefined =>
    judgeExits({
      anonymous: (trusting) =>
        machine.within("anonymous", limits, () => {
          const exits = exitsIn();
          switchedOff &&= exits.every((exit) => isRefusal(exit) || isServerError(exit));
          denied ||= exits.some((exit) => isNotedDenial(exit) || refusals.has(statusOfExit(exit) ?? 0));
          steps = Math.max(steps, machine.steps);
          return { exits, exhausted: machine.exhausted };
        }, trusting),
      get looksAtCaller() {
        return looks();
      },
      isHandler: run.wholeWay !== true,
      passes: (exit) => !isDenial(exit) && !isMissed(exit) && !((denied || looks()) && isRefusal(exit)) && !(denied && isUnavailable(exit)),
      isTurnedAway: (exit) => isDenial(exit) || isMissed(exit) || isRefusal(exit),
      signedIn: () => machine.within("trace", limits, exitsIn),
    });
  try {
    let judged = judge();
    if (judged?.verdict !== "rejects" && machine.byDefault.size > 0 && switchedOff) {
      machine.byDefault = new Set();
      machine.leavesDefaultsOpen = true;
      judged = judge();
    }
    if (judged?.verdict !== "rejects" && judged?.verdict !== "unknown") return undefined;
    return {
      name: run.name,
      via: run.wrapped ? "decorator" : "inline",
      layer: "handler",
      span: spanOfPlace(run.place),
      verdict: judged.verdict,
      requires: judged.verdict === "rejects" ? [{ kind: "authenticated" }] : [],
      credentials: [...machine.seen].sort(),
      ...(judged.verdict === "rejects" && machine.byDefault.size > 0 && { environmentDefault: true as const }),
      proof: [...defaultSteps(machine), { span: spanOfPlace(run.place), note: run.wholeWay ? "on its way to the handler, and in it, a request is looked at" : "the handler itself looks at the caller" }, ...judged.steps],
      ...(judged.reason !== undefined && { reason: judged.reason }),
    };
  } finally {
    machine.leavesDefaultsOpen = false;
    machine.seen = seenBefore;
    machine.byDefault = defaultsBefore;
    noteRun(machine, steps, limits);
  }
}

/** What a run took by defaults of the environment. */
export function defaultSteps({ byDefault }: Machine): Step[] {
  return [...byDefault].filter((one) => !isLibrary(one.place.module.path)).slice(0, 3).map((one) => ({ span: spanOfPlace(one.place), note: `by a default that the environment may replace, ${conditionByDefault(one.value)?.holds ? "this holds" : "this does not hold"}: ${one.text}` }));
}

/** `response = view(request)`, returned further on: each of the answers that it may be is a way out. */
function oneByOne(exit: Exit): Exit[] {
  return exit.kind === "return" && exit.value.kind === "union" ? exit.value.options.map((value) => ({ ...exit, value })) : [exit];
}

/** Answers that turn a caller away for who it is. A redirect may be an answer like any other. */
const refusals: ReadonlySet<number> = new Set([401, 403, 407, 511]);

/** An error of the caller's (RFC 9110 §15.5): nothing was done. */
function isRefusal(exit: Exit): boolean {
  const status = statusOfExit(exit);
  return status !== undefined && status >= 400 && status < 500;
}

/**
 * The service is not available (RFC 9110 §15.6.4), or fails for want of a variable of the environment: whoever calls, nothing is done.
 * Any other error may come from work that was begun.
 */
function isUnavailable(exit: Exit): boolean {
  return (exit.kind === "raise" && statusOfExit(exit) === 503) || (isServerError(exit) && isUnconfigured(exit));
}

function isServerError(exit: Exit): boolean {
  const status = statusOfExit(exit);
  return status !== undefined && status >= 500 && status < 600;
}

/** Nothing but what the environment says led here. */
function isUnconfigured(exit: Exit): boolean {
  const conditions = conditionsOf(exit.path.conditions);
  return conditions.length > 0 && conditions.every(({ value }) => conditionByDefault(value) !== undefined);
}

/** Decorators from outside the repository that may be about the caller and could not be followed. */
export function unfollowed(wrappers: readonly Wrapper[]): Guard[] {
  return wrappers.flatMap((wrapper): Guard[] => {
    const name = nameOf(wrapper.decorator);
    if (!mayConcernCaller(name)) return [];
    const span = spanOfPlace(wrapper.place);
    const reason = `the decorator ${name} could not be followed`;
    return [{ name, via: "decorator", layer: "handler", span, verdict: "unknown", requires: [], credentials: [], proof: [{ span, note: reason }], reason }];
  });
}
