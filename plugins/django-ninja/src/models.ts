import { native, type FrameworkModels } from "@muster/python";
import { primitives } from "@muster/web";
import { argumentsOf } from "./handler-arguments.ts";
import { handled } from "./exception-handlers.ts";
import { credential } from "./credential.ts";
import { turnedAway } from "./turned-away.ts";
import { declaredHere, responseOf } from "./operations.ts";

/** What of Django Ninja cannot be told in Python; the routes are Django's to list. */
export function ninjaModels(): FrameworkModels {
  const natives = { arguments_of: argumentsOf, credential, declared_here: declaredHere, handled, response_of: responseOf, turned_away: turnedAway };
  return {
    values: [...primitives, ...Object.entries(natives).map(([name, run]) => [`ninja.natives.${name}`, native(`ninja.natives.${name}`, run)] as const)],
    inventory: () => ({ applications: [], endpoints: [], unresolved: [], mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 } }),
  };
}
