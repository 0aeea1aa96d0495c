import type { Instance, Machine, Value } from "@muster/python";

export interface NamedObject {
  readonly instance: Instance;
  /** `module.path:name`, and `module.path:factory()` for what a factory returns. */
  readonly name: string;
}

/** Objects that `isWanted` picks: at the top of modules (and one attribute deep), then those that functions made. Each once, in the order of paths. */
export function topLevelObjects(machine: Machine, isWanted: (instance: Instance) => boolean): NamedObject[] {
  const out: NamedObject[] = [];
  const seen = new Set<Instance>();
  const add = (value: Value, name: string): void => {
    if (value.kind !== "instance" || seen.has(value) || !isWanted(value)) return;
    seen.add(value);
    out.push({ instance: value, name });
  };
  const modules = [...machine.modules.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  // What has a name of its own is known by it, and not as what something else holds.
  for (const isWithin of [false, true]) {
    for (const module of modules) {
      for (const [name, bound] of module.scope.vars) {
        if (bound.kind === "import") continue;
        if (isWithin) {
          if (bound.kind === "instance") for (const [attribute, value] of bound.attributes) if (attribute !== "router") add(value, `${module.name}:${name}.${attribute}`);
          continue;
        }
        // Named where it was made, and not where it was imported to.
        if (bound.kind === "instance" && bound.place.module !== module && machine.modules.has(bound.place.module.path) && isWanted(bound) && [...bound.place.module.scope.vars.values()].includes(bound)) continue;
        add(bound, `${module.name}:${name}`);
      }
    }
  }
  for (const made of machine.created) add(made.instance, made.name);
  return out;
}

/** Notes an application object that was just made, with the name that it has where a function made it. */
export function noteCreated(machine: Machine, instance: Instance): void {
  const caller = machine.calls.findLast((one) => !one.inLibrary);
  machine.created.push({ instance, name: caller ? `${caller.name.replace(/\.(\w+)$/, ":$1")}()` : `${instance.place.module.name}:<application>` });
}
