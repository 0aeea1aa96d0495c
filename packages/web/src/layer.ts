import type { Guard, Requirement } from "@muster/contract";
import { isDenial, statusOfExit, type Exit, type Machine, type Path, type Place } from "@muster/python";
import type { Attachment } from "./attachment.ts";

/** Where a layer lets the request on. */
export interface Passing {
  /** Here, under the conditions in force. */
  at(place: Place, path?: Path): void;
}

/** Something that runs before or around a handler and may turn the caller away: middleware, a function before each request, a permission. */
export interface Layer extends Attachment {
  readonly name: string;
  readonly via: Guard["via"];
  readonly layer: Guard["layer"];
  /** Where it is attached. */
  readonly place: Place;
  /** Tells apart what runs differently under one name and place: a method of objects that are made with different options. */
  readonly key?: string;
  /** It calls on, and what it answers after that is no refusal. Otherwise it runs before the handler and returns. */
  readonly wraps: boolean;
  /** That it could not be followed is worth an "unknown" whatever its name: evaluation does not know what it is. */
  readonly mayGuard?: boolean;
  /** All that `run` is made of besides what is said here and what it reads of the program; absent where that is not told. */
  readonly of?: unknown;
  /** The handler's own run goes this way as well. */
  readonly onWay?: true;
  /** What it demands beyond being there, where it rejects. */
  readonly requires?: readonly Requirement[];
  /**
   * Runs it for the request at hand in the machine's mode: tells `passing` where the request goes on, and returns all
   * other ways out. Undefined where it could not be followed. It must look at method and path through the machine's request.
   */
  readonly run: ((machine: Machine, passing: Passing) => readonly Exit[]) | undefined;
}

/**
 * Runs a library's whole way of a request up to the handler: the library says `muster.reached()` there. An answer on the
 * way is no way in where it turns the caller away or says that the request is at fault (RFC 9110 §15.5); any other answer may be all that the view does.
 */
export function untilReached(machine: Machine, passing: Passing, run: () => readonly Exit[]): readonly Exit[] {
  const { request } = machine;
  if (!request) return run();
  request.reached = (place) => passing.at(place);
  try {
    return run().filter((exit) => {
      const answers = exit.kind === "return" && !isDenial(exit) && !isFault(exit);
      if (answers) passing.at(exit.place, exit.path);
      return !answers;
    });
  } finally {
    request.reached = undefined;
  }
}

function isFault(exit: Exit): boolean {
  const status = statusOfExit(exit);
  return status !== undefined && status >= 400 && status < 500;
}

/** Of a function that lets the request on by returning None, and answers it by returning something. */
export function passingOnNone(exits: readonly Exit[], passing: Passing): Exit[] {
  return exits.filter((exit) => {
    if (exit.kind === "raise") return true;
    const { value } = exit;
    const isNone = value.kind === "const" && value.value === null;
    const mayBeNone = isNone || (value.kind === "union" && value.options.some((option) => option.kind === "const" && option.value === null)) || value.kind === "symbolic";
    if (mayBeNone) passing.at(exit.place, exit.path);
    return !isNone;
  });
}
