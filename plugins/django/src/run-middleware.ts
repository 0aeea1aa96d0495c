import { call, diverged, findInMro, native, newFrame, noArguments, sequence, unknown, type Exit, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";
import { callee, enter, passingOnNone, receiver, type Passing } from "@muster/web";
import { requestValue } from "./models/request.ts";
import type { Site } from "./site.ts";
import { viewArguments } from "./view-arguments.ts";
import type { UrlEntry } from "./url-table.ts";

interface Placed {
  readonly value: Value;
  readonly place: Place;
}

/** Runs a middleware as Django does: made once with `get_response`, then called with the request. */
export function runAround(machine: Machine, site: Site, { value, place }: Placed, passing: Passing): readonly Exit[] {
  const getResponse = native("get_response", (inner) => {
    passing.at(inner.place);
    return unknown("what the view answers", inner.place);
  });
  const made = make(machine, value, getResponse, place);
  const fn = made && callee(made);
  if (!made || !fn) {
    passing.at(place);
    return [];
  }
  return enter(machine, fn, { ...noArguments, positional: [...receiver(made), requestValue(site, place)] }, place);
}

/** Runs `process_view`, which sees the view that was found: it goes on where nothing is returned. */
export function runProcessView(machine: Machine, site: Site, { value, place }: Placed, entry: UrlEntry, passing: Passing): readonly Exit[] {
  // What it says holds for this view alone.
  if (machine.request) machine.request.touched = true;
  const made = make(machine, value, native("get_response", (inner) => unknown("what the view answers", inner.place)), place);
  const found = made?.kind === "instance" ? findInMro(made.class, "process_view")?.value : undefined;
  if (made === undefined || found?.kind !== "function") {
    passing.at(place);
    return [];
  }
  return passingOnNone(enter(machine, found, { ...noArguments, positional: [made, requestValue(site, place), ...viewOf(entry)] }, place), passing);
}

function viewOf(entry: UrlEntry): Value[] {
  const { positional, keywords } = viewArguments(entry);
  const kwargs: Value = { kind: "dict", entries: new Map([...keywords].map(([name, value]) => [`s:${name}`, { key: { kind: "const", value: name }, value }])) };
  return [entry.callback, sequence("list", positional), kwargs];
}

/** Undefined where making it raises: `MiddlewareNotUsed` takes a middleware out. */
function make(machine: Machine, value: Value, getResponse: Value, place: Place): Value | undefined {
  const frame = machine.frame;
  const module = (value.kind === "function" ? (value satisfies FunctionValue).place : place).module;
  machine.frame = newFrame(module, module.scope);
  try {
    return call(machine, value, { ...noArguments, positional: [getResponse] }, place);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return undefined;
  } finally {
    machine.frame = frame;
  }
}
