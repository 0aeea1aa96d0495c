import type { Unresolved } from "@muster/contract";
import {
  constant, emptyDict, instanceOf, keyOf, knownText, modelClass, native, none, sequence, spanOfPlace, textOf, visiblePlace,
  type ClassValue, type FrameworkModels, type NativeCall, type Place, type Value,
} from "@muster/python";
import { adapters, behindAdapters, primitives } from "@muster/web";
import { argumentNames } from "./argument-names.ts";
import { findSpecification } from "./specification/find-specification.ts";
import { basePathOf, isSwagger2, operationsOf, schemesOf, type Operation, type Scheme } from "./specification/operations.ts";
import { Specification } from "./specification/specification.ts";

interface Lost {
  readonly what: Unresolved["what"];
  readonly reason: string;
  readonly place: Place;
}

/**
 * What the library modules of Connexion build on, as the module `muster_connexion`:
 *
 * - `read(import_name, folder, specification, arguments)`: an object with `base_path`, `is_swagger`, `schemes` and
 *   `operations`; None where the specification cannot be had, which is noted.
 * - `lose(what, reason, place)`: notes what could not be followed.
 * - `is_known(function)`: whether what an operation names was found.
 * - `behind_adapters(application)`: the application that an adapter from ASGI to WSGI, or the other way, stands before.
 * - `argument_names(function)`: names of the arguments that a handler takes, and whether it takes any other.
 */
export function connexionModels(): FrameworkModels {
  const lost: Lost[] = [];
  const apis: Place[] = [];
  const values: Record<string, (call: NativeCall) => Value | undefined> = {
    read: (call) => read(call, lost, apis),
    lose: (call) => {
      const at = call.get(2);
      lost.push({ what: knownText(call.get(0)) === "route" ? "route" : "mount", reason: knownText(call.get(1)) ?? "it could not be followed", place: at?.kind === "instance" ? at.place : visiblePlace(call.machine, call.place) });
      return none;
    },
    argument_names: argumentNames,
    behind_adapters: (call) => behindAdapters(call.get(0) ?? none),
    is_known: (call) => constant(["function", "method", "native", "instance", "class"].includes(call.get(0)?.kind ?? "")),
  };
  return {
    values: [...primitives, ...adapters, ...Object.entries(values).map(([name, run]): [string, Value] => [`muster_connexion.${name}`, native(`muster_connexion.${name}`, run)])],
    inventory: () => {
      const seen = new Set<string>();
      const unresolved = lost.flatMap(({ what, reason, place }): Unresolved[] => {
        const span = spanOfPlace(place);
        const key = `${span.path}:${span.line}:${reason}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ what, reason, span }];
      });
      const count = (what: Unresolved["what"]): number => unresolved.filter((one) => one.what === what).length;
      return { applications: [], endpoints: [], unresolved, mounts: { resolved: apis.length, unresolved: count("mount") }, routes: { resolved: 0, unresolved: count("route") } };
    },
  };
}

const apiClass: ClassValue = modelClass({ name: "muster_connexion.Api" });
const operationClass: ClassValue = modelClass({ name: "muster_connexion.Operation" });
const placeClass: ClassValue = modelClass({ name: "muster_connexion.Place" });

function read(call: NativeCall, lost: Lost[], apis: Place[]): Value {
  const written = visiblePlace(call.machine, call.place);
  const [importName, folder, wanted, given] = [call.get(0), call.get(1), call.get(2), call.get(3)];
  const found = findSpecification(call, importName, folder, wanted ?? none);
  if (found.status === "pending") return none;
  if (found.status === "lost") {
    lost.push({ what: "mount", reason: found.reason, place: written });
    return none;
  }
  const specification = new Specification(call.machine, found.root, written, textsIn(given));
  const operations = operationsOf(specification);
  const api = instanceOf(apiClass, written);
  const attributes: Record<string, Value> = {
    base_path: constant(basePathOf(specification)),
    is_swagger: constant(isSwagger2(specification)),
    schemes: dictOf([...schemesOf(specification)].map(([name, scheme]) => [name, schemeValue(scheme)])),
    operations: sequence("list", operations.map((operation) => operationValue(operation))),
  };
  for (const [name, value] of Object.entries(attributes)) api.attributes.set(name, value);
  if (operations.length === 0 && specification.broken.length === 0) lost.push({ what: "mount", reason: "the specification has no operation under paths", place: written });
  for (const { reason, place } of specification.broken) lost.push({ what: "route", reason, place });
  apis.push(written);
  return api;
}

function textsIn(given: Value | undefined): Map<string, string> {
  const out = new Map<string, string>();
  if (given?.kind !== "dict") return out;
  for (const { key, value } of given.entries.values()) {
    const [name, text] = [knownText(key), knownText(textOf(value))];
    if (name !== undefined && text !== undefined) out.set(name, text);
  }
  return out;
}

function dictOf(entries: readonly (readonly [string, Value])[]): Value {
  const dict = emptyDict();
  for (const [key, value] of entries) dict.entries.set(keyOf(constant(key)) ?? key, { key: constant(key), value });
  return dict;
}

function schemeValue(scheme: Scheme): Value {
  return dictOf([...scheme].map(([key, text]) => [key, constant(text)]));
}

function operationValue(operation: Operation): Value {
  const made = instanceOf(operationClass, operation.place);
  const security = operation.security?.map((requirement) => dictOf([...requirement].map(([name, scopes]) => [name, sequence("list", scopes.map((scope) => constant(scope)))])));
  const attributes: Record<string, Value> = {
    path: constant(operation.path),
    rule: constant(operation.rule),
    method: constant(operation.method),
    operation_id: operation.operationId === undefined ? none : constant(operation.operationId),
    router_controller: operation.controller === undefined ? none : constant(operation.controller),
    security: security === undefined ? none : sequence("list", security),
    place: instanceOf(placeClass, operation.place),
  };
  for (const [name, value] of Object.entries(attributes)) made.attributes.set(name, value);
  return made;
}
