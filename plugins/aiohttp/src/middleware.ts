import { argumentsOf, diverged, native, statusOf, symbolic, type Exit, type Instance, type Machine, type NativeCall, type Place, type Value } from "@muster/python";
import { callee, enter, nameOf, receiver, withStatus, type Layer, type Passing } from "@muster/web";
import { requestOf } from "./handlers.ts";
import type { Asked } from "./models/asked.ts";

/** One middleware of one of the applications that a request comes through. */
export interface Link {
  readonly target: Value;
  readonly place: Place;
  /** From the outermost to the one that has it. */
  readonly applications: readonly Instance[];
  readonly conditions: Layer["conditions"];
}

/** The middleware around the handlers of the innermost application, outermost first: that of outer applications, and each list's first, comes first. */
export function chainOf(applications: readonly Instance[]): Link[] {
  return applications.flatMap((application, index) => {
    const list = application.attributes.get("_middlewares");
    if (list?.kind !== "list") return [];
    const around = applications.slice(0, index + 1);
    const links = list.items.map(({ value, when }): Link => {
      const fn = callee(value);
      return { target: value, place: (fn?.wraps ?? fn)?.place ?? application.place, applications: around, conditions: when };
    });
    const reason = `not all middleware is known: ${list.open ?? ""}`;
    return list.open === undefined ? links : [...links, { target: symbolic({ kind: "unknown", reason }, { place: application.place, reason }), place: application.place, applications: around, conditions: undefined }];
  });
}

export function layersOf(asked: Asked, chain: readonly Link[]): Layer[] {
  return chain.map(({ target, place, conditions }, index): Layer => {
    const run = (machine: Machine, passing: Passing): readonly Exit[] => {
      const next = standIn(asked.handler, (call) => {
        passing.at(call.place);
        return symbolic({ kind: "unknown", reason: "the response" }, { place: call.place, reason: "the response" });
      });
      return answered(machine, asked, chain.slice(0, index), through(machine, asked, chain[index], next) ?? []);
    };
    return { name: nameOf(target), via: "middleware", layer: "application", place, wraps: true, mayGuard: target.kind === "symbolic" || target.kind === "union", conditions, run: callee(target) ? run : undefined };
  });
}

/** What a middleware is given as handler: it shows the attributes of the one that will answer, as aiohttp copies them. */
function standIn(handler: Value | undefined, answer: (call: NativeCall) => Value): Value {
  const fn = handler && callee(handler);
  if (!fn) return native("handler", answer);
  const before = native("handler", (call) => {
    call.machine.frame?.exits.push({ kind: "return", value: answer(call), place: call.place, path: call.machine.path, through: [] });
    throw diverged;
  });
  return { ...fn, before: [before] };
}

/** Runs one middleware around something; undefined where it could not be followed. */
function through(machine: Machine, asked: Asked, link: Link | undefined, next: Value): readonly Exit[] | undefined {
  const fn = link && callee(link.target);
  if (!fn) return undefined;
  const { target, place, applications } = link;
  return asked.within(applications, asked.handler ?? target, asked.name, () => {
    const request = requestOf(machine, place);
    if (isMarked(target)) return enter(machine, fn, argumentsOf(...receiver(target), request, next), place);
    // The old style: called with the application and what comes next, it makes the function that takes the request.
    return enter(machine, fn, argumentsOf(...receiver(target), ...applications.slice(-1), next), place).flatMap((exit) => {
      const made = exit.kind === "return" ? callee(exit.value) : undefined;
      return made ? enter(machine, made, argumentsOf(...receiver(exit.value), request), place) : [exit];
    });
  });
}

/** `@web.middleware` marks what takes the request itself. */
function isMarked(target: Value): boolean {
  const mark = "__middleware_version__";
  if (target.kind === "function") return target.attributes.has(mark);
  if (target.kind === "method") return target.func.kind === "function" && target.func.attributes.has(mark);
  return target.kind === "instance" && (target.attributes.has(mark) || target.class.mro.some((cls) => cls.attributes.has(mark)));
}

/**
 * What the caller sees of ways out: an exception that is no response by itself is answered by the innermost middleware
 * around it that catches it.
 */
export function answered(machine: Machine, asked: Asked, chain: readonly Link[], exits: readonly Exit[]): Exit[] {
  return exits.map((exit) => {
    if (exit.kind !== "raise" || exit.value.kind !== "instance" || exit.value.class.opaque || statusOf(exit.value) !== undefined) return exit;
    const status = statusFor(machine, asked, chain, exit);
    return status === undefined ? exit : { ...exit, value: withStatus(status, exit.place) };
  });
}

function statusFor(machine: Machine, asked: Asked, chain: readonly Link[], exit: Exit): number | undefined {
  for (const link of chain.toReversed()) {
    const ways = through(machine, asked, link, raising(exit)) ?? [];
    if (ways.every((way) => way.kind === "raise" && way.value === exit.value)) continue;
    const [status, ...others] = new Set(ways.map((way) => statusOf(way.value)));
    return others.length === 0 ? status : undefined;
  }
  return undefined;
}

/** A handler that only raises what another raised. */
function raising(exit: Exit): Value {
  return native("handler", (call: NativeCall): never => {
    call.machine.frame?.exits.push({ kind: "raise", value: exit.value, place: exit.place, path: call.machine.path, through: [] });
    throw diverged;
  });
}
