import { argumentsOf, diverged, importDotted, native, none, symbolic, visiblePlace, type Exit, type Machine, type Place, type Value } from "@muster/python";
import { callee, nameOf, passingOnNone, type Layer, type Passing } from "@muster/web";
import { exitsOf, framed, provide, providerOf, signatureOf, type Injection } from "./invoke.ts";
import { connectionValue, handlerValue } from "./models/connection.ts";
import type { Attached, LitestarRoute } from "./route-tree.ts";

/** What runs before the handler, in Litestar's order: middleware of all layers, guards of all layers, the nearest `before_request`, dependencies. */
export function layersOf(machine: Machine, route: LitestarRoute, injection: Injection): Layer[] {
  const isSocket = route.method === "WEBSOCKET";
  const connection = (place: Place): Value => connectionValue(isSocket ? injection.classes.socket : injection.classes.request, place);
  return [
    ...route.middleware.map((one) => middlewareLayer(machine, one, injection)),
    ...route.guards.map((one) => guardLayer(machine, one, injection, connection)),
    ...(route.beforeRequest && !isSocket ? [hookLayer(machine, route.beforeRequest, connection)] : []),
    ...dependencyLayers(machine, route, injection),
  ];
}

function base(machine: Machine, attached: Attached, name: string): Pick<Layer, "name" | "layer" | "place" | "conditions" | "maybe"> {
  return { name, layer: attached.layer, place: visiblePlace(machine, attached.place), ...(attached.conditions && { conditions: attached.conditions }), ...(attached.maybe !== undefined && { maybe: attached.maybe }) };
}

function isFollowed(value: Value): boolean {
  if (value.kind === "class") return !value.opaque;
  return value.kind === "instance" ? !value.class.opaque : callee(value) !== undefined || value.kind === "native";
}

/** What `DefineMiddleware(cls, …)` defines. */
function definedBy(middleware: Value): Value {
  return middleware.kind === "instance" ? (middleware.attributes.get("middleware") ?? middleware) : middleware;
}

function middlewareLayer(machine: Machine, attached: Attached, { classes }: Injection): Layer {
  const { value } = attached;
  const target = definedBy(value);
  const run = (one: Machine, passing: Passing): readonly Exit[] => {
    const next = native("the next application", (call) => {
      passing.at(call.place);
      return symbolic({ kind: "unknown", reason: "the response" }, { place: call.place, reason: "the response" });
    });
    const place = visiblePlace(one, attached.place);
    const around = importDotted(one, "litestar.middleware.base.run_middleware", place);
    return exitsOf(one, around, argumentsOf(value, next, connectionValue(classes.scope, place), native("receive", () => undefined), native("send", () => none)), place);
  };
  return { ...base(machine, attached, nameOf(target)), via: "middleware", wraps: true, mayGuard: target.kind === "symbolic", run: isFollowed(target) ? run : undefined };
}

/** A guard rejects by raising; what it returns says nothing. */
function guardLayer(machine: Machine, attached: Attached, { classes }: Injection, connection: (place: Place) => Value): Layer {
  const { value } = attached;
  const run = (one: Machine, passing: Passing): readonly Exit[] => passingAll(exitsOf(one, value, argumentsOf(connection(attached.place), handlerValue(classes.handler, attached.place)), visiblePlace(one, attached.place)), passing);
  return { ...base(machine, attached, nameOf(value)), via: "permission", wraps: false, mayGuard: true, run: isFollowed(value) ? run : undefined };
}

function hookLayer(machine: Machine, attached: Attached, connection: (place: Place) => Value): Layer {
  const { value } = attached;
  const run = (one: Machine, passing: Passing): readonly Exit[] => passingOnNone(exitsOf(one, value, argumentsOf(connection(attached.place)), visiblePlace(one, attached.place)), passing);
  return { ...base(machine, attached, nameOf(value)), via: "middleware", wraps: false, run: isFollowed(value) ? run : undefined };
}

/** Dependencies that the handler asks for by name; others do not run. */
function dependencyLayers(machine: Machine, route: LitestarRoute, injection: Injection): Layer[] {
  const fn = callee(route.fn);
  if (!fn) return [];
  const asked = signatureOf(fn).params.map((param) => param.n).filter((name) => injection.dependencies.has(name));
  return asked.map((name): Layer => {
    const callable = providerOf(injection.dependencies.get(name) ?? none);
    const place = visiblePlace(machine, callee(callable)?.place ?? route.place);
    const run = (one: Machine, passing: Passing): readonly Exit[] =>
      framed(one, place, () => {
        try {
          provide(one, injection, name, place, new Map());
          passing.at(place);
        } catch (thrown) {
          if (thrown !== diverged) throw thrown;
        }
        return [];
      });
    return { name: nameOf(callable), via: "dependency", layer: "route", place, wraps: false, run: isFollowed(callable) ? run : undefined };
  });
}

function passingAll(exits: readonly Exit[], passing: Passing): Exit[] {
  return exits.filter((exit) => {
    if (exit.kind === "raise") return true;
    passing.at(exit.place, exit.path);
    return false;
  });
}
