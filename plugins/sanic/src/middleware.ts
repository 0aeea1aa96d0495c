import { argumentsOf, type Exit, type Instance, type Machine, type Value } from "@muster/python";
import { callee, enter, nameOf, passingOnNone, receiver, type Layer } from "@muster/web";
import { answered } from "./error-answers.ts";
import type { Asked, Target } from "./models/asked.ts";
import { requestOf } from "./request-of.ts";

/** Functions before a request: those of the application, then those of the blueprint. What returns a response answers. */
export function middlewareLayers(machine: Machine, asked: Asked, target: Target, application: Instance, ofBlueprint: Value): Layer[] {
  const own = application.attributes.get("_request_middleware");
  return [...layersIn(machine, asked, target, application, own, "application"), ...layersIn(machine, asked, target, application, ofBlueprint, "router")];
}

function layersIn(machine: Machine, asked: Asked, target: Target, application: Instance, list: Value | undefined, layer: Layer["layer"]): Layer[] {
  if (list?.kind !== "list") return [];
  const layers = list.items.map(({ value, when }): Layer => {
    const fn = callee(value);
    const place = (fn?.wraps ?? fn)?.place ?? application.place;
    const run = (at: Machine, passing: Parameters<typeof passingOnNone>[1]): readonly Exit[] =>
      fn ? asked.within(target, () => passingOnNone(answered(at, application, enter(at, fn, argumentsOf(...receiver(value), requestOf(at, place)), place)), passing)) : [];
    return { name: nameOf(value), via: "middleware", layer, place, wraps: false, mayGuard: value.kind === "symbolic" || value.kind === "union", conditions: when, run: fn && run };
  });
  if (list.open === undefined) return layers;
  return [...layers, { name: `middleware that is not known: ${list.open}`, via: "middleware", layer, place: application.place, wraps: false, mayGuard: true, run: undefined }];
}
