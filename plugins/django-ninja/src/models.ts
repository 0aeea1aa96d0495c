import { native, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { primitives } from "@muster/web";
import { importNow, isClass, routeFunctions } from "./controllers.ts";
import { argumentsOf, controllerArguments } from "./handler-arguments.ts";
import { handled } from "./exception-handlers.ts";
import { credential } from "./credential.ts";
import { turnedAway } from "./turned-away.ts";
import { declaredHere, responseOf } from "./operations.ts";

/** What of Django Ninja cannot be told in Python; the routes are Django's to list. */
export function ninjaModels(): FrameworkModels {
  return {
    values: [
      ...primitives,
      ...named("ninja.natives", { arguments_of: argumentsOf, controller_arguments: controllerArguments, credential, declared_here: declaredHere, handled, response_of: responseOf, turned_away: turnedAway }),
      ...named("ninja_extra.natives", { import_now: importNow, is_class: isClass, route_functions: routeFunctions }),
    ],
    inventory: () => ({ applications: [], endpoints: [], unresolved: [], mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 } }),
  };
}

function named(module: string, natives: { readonly [name: string]: (call: NativeCall) => Value | undefined }): (readonly [string, Value])[] {
  return Object.entries(natives).map(([name, run]) => [`${module}.${name}`, native(`${module}.${name}`, run)] as const);
}
