import type { Step } from "@muster/contract";
import type { ClassValue, Value } from "../values/value.ts";
import type { Exit } from "./frame.ts";

/** The HTTP status that an exception or response stands for, where its model or its class says so. */
export function statusOf(value: Value): number | undefined {
  if (value.kind === "instance") {
    for (const name of ["status_code", "code", "status"]) {
      const own = value.attributes.get(name) ?? value.class.mro.map((cls) => cls.attributes.get(name)).find((attribute) => attribute !== undefined);
      if (own?.kind === "const" && typeof own.value === "number") return own.value;
      if (own?.kind === "union") return oneRefusal(own.options);
    }
    return statusOfClass(value.class);
  }
  if (value.kind === "class") return constantStatus(value.attributes.get("status_code")) ?? statusOfClass(value);
  if (value.kind === "union") {
    const statuses = new Set(value.options.map(statusOf));
    const [only] = statuses;
    return statuses.size === 1 ? only : undefined;
  }
  if (value.kind === "symbolic" && value.term.kind === "call" && value.term.callee.kind === "symbol") return statusByName.get(value.term.callee.name);
  return undefined;
}

/** As `statusOf`, and of an answer with its status beside it: `return {"error": "…"}, 403`. */
export function answeredStatus(value: Value): number | undefined {
  const status = value.kind === "tuple" ? value.items[1]?.value : undefined;
  return status?.kind === "const" && typeof status.value === "number" && status.value >= 100 && status.value < 600 ? status.value : statusOf(value);
}

/** One of several statuses that all say the same of the caller: `401 if user is None else 403`. */
function oneRefusal(options: readonly Value[]): number | undefined {
  const statuses = options.map((option) => (option.kind === "const" && typeof option.value === "number" ? option.value : undefined));
  return statuses.every((status) => status === 401 || status === 403) ? statuses[0] : undefined;
}

/** The status that a way out answers with: of what is raised or returned, else the one that code set on the response at hand before it returned. */
export function statusOfExit(exit: Exit): number | undefined {
  return statusOf(exit.value) ?? (exit.kind === "return" ? exit.path.status : undefined);
}

/** What applications answer for a class of exceptions, nearest class first; models note it on the class as `@status`. */
function statusOfClass(cls: ClassValue): number | undefined {
  return cls.mro.map((one) => constantStatus(one.attributes.get("@status")) ?? statusByName.get(one.name)).find((status) => status !== undefined);
}

function constantStatus(value: Value | undefined): number | undefined {
  return value?.kind === "const" && typeof value.value === "number" ? value.value : undefined;
}

/** Exceptions of the standard library that frameworks turn into a refusal, and those that models register by subclassing. */
const statusByName: ReadonlyMap<string, number> = new Map([["builtins.PermissionError", 403]]);

/** Answers of which a library says that they turn a caller away, whatever their status. */
const denying = new WeakSet<Value>();

/**
 * Notes that this very value, where it is returned, turns the caller away: what an application has its sign-in library
 * answer to strangers may well be a 404. Constants are not noted, since they are the same everywhere.
 */
export function markDenial(value: Value): void {
  if (value.kind === "union") for (const option of value.options) markDenial(option);
  if (value.kind !== "const") denying.add(value);
}

/** Says of what a framework makes of an answer what was said of the answer. */
export function keepDenial(before: Value, after: Value): Value {
  if (after !== before && denying.has(before)) markDenial(after);
  return after;
}

/** Whether a library says of this very answer that it turns the caller away. */
export function isNotedDenial(exit: Exit): boolean {
  return exit.kind === "return" && denying.has(exit.value);
}

/** What led to a refusal besides the code that it came out of, by what is raised or answered. */
const reasons = new WeakMap<Value, readonly Step[]>();

/** Tells, with this very refusal, what led to it: a library knows which rule of the application it applied. Constants are the same everywhere, and carry nothing. */
export function explain(refusal: Value, steps: readonly Step[]): void {
  if (refusal.kind !== "const" && !reasons.has(refusal)) reasons.set(refusal, steps);
}

export function reasonsOf(refusal: Value): readonly Step[] {
  return reasons.get(refusal) ?? [];
}

/** Errors that are raised because a table has nothing under what a stranger sent as a credential. */
const missed = new WeakSet<Value>();

export function markMissed(error: Value): void {
  missed.add(error);
}

/** Whether a stranger got nothing but an error here, since a table that the code has of those it knows has nothing for it. */
export function isMissed(exit: Exit): boolean {
  return exit.kind === "raise" && missed.has(exit.value);
}

/** Whether the exit turns a caller away because of who it is: 401, 403, a redirect to sign in, a closed socket, or what a library says. */
export function isDenial(exit: Exit): boolean {
  if (isNotedDenial(exit)) return true;
  const status = statusOfExit(exit);
  if (status === 401 || status === 403 || status === 407 || status === 511) return true;
  if (status !== undefined && status >= 300 && status < 400) return exit.value.kind === "instance" || exit.path.status === status;
  return status !== undefined && status >= 1_000 && status < 5_000 && (status === 1008 || status === 3000 || status === 3003 || (status >= 4400 && status < 4500));
}

/** As `isDenial`, and of an answer with its status beside it, before a framework made a response of it. */
export function isAnsweredDenial(exit: Exit): boolean {
  const status = exit.kind === "return" ? answeredStatus(exit.value) : undefined;
  return status === 401 || status === 403 || isDenial(exit);
}
