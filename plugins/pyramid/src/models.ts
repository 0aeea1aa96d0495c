import { libraryModels } from "@muster/web";
import { native, type FrameworkModels, type NativeCall, type Value } from "@muster/python";
import { attach, attached, attachedToMethods, definedIn } from "./attachments.ts";
import { isClass, isException, isModule, isOutside, openSettings, takesContext } from "./inspect-values.ts";
import { isHarmless, isIgnored, packageHere, packageOf, resolved } from "./packages.ts";
import { patternSegments } from "./pattern-segments.ts";
import { template } from "./pattern.ts";

/** Pyramid is told in Python (see `library/pyramid`); here is what it reads off modules, functions and texts. */
export function pyramidModels(): FrameworkModels {
  const natives = {
    attach, attached, attached_to_methods: attachedToMethods, defined_in: definedIn, is_class: isClass, is_exception: isException, is_module: isModule, is_outside: isOutside,
    open_settings: openSettings, takes_context: takesContext, is_harmless: isHarmless, is_ignored: isIgnored, package_here: packageHere, package_of: packageOf, resolved, template,
  } satisfies { [name: string]: (call: NativeCall) => Value | undefined };
  return libraryModels({
    name: "pyramid",
    applications: ["pyramid.config.Configurator"],
    order: { segments: patternSegments, replaces: false },
    values: Object.entries(natives).map(([name, run]): [string, Value] => [`muster_pyramid.${name}`, native(`muster_pyramid.${name}`, run)]),
  });
}
