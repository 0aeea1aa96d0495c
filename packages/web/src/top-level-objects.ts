import type { Instance, Machine, Module, Value } from "@muster/python";

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
  const instances = instancesIn(machine);
  // Named where it was made, and not where it was imported to.
  for (const { module, name, instance } of instances) {
    if (instance.place.module !== module && machine.modules.has(instance.place.module.path) && isWanted(instance) && [...instance.place.module.scope.vars.values()].includes(instance)) continue;
    add(instance, `${module.name}:${name}`);
  }
  // What has a name of its own is known by it, and not as what something else holds.
  for (const { module, name, instance } of instances) for (const [attribute, value] of instance.attributes) if (attribute !== "router") add(value, `${module.name}:${name}.${attribute}`);
  for (const made of machine.created) add(made.instance, made.name);
  return out;
}

/** Every object that a module binds at its top, in the order of paths. */
function instancesIn(machine: Machine): { readonly module: Module; readonly name: string; readonly instance: Instance }[] {
  const modules = [...machine.modules.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return modules.flatMap((module) => [...module.scope.vars].flatMap(([name, bound]) => (bound.kind === "instance" ? [{ module, name, instance: bound }] : [])));
}

/** Notes an application object that was just made, with the name that it has where a function made it. */
export function noteCreated(machine: Machine, instance: Instance): void {
  const caller = machine.calls.findLast((one) => !one.inLibrary);
  machine.created.push({ instance, name: caller ? `${caller.name.replace(/\.(\w+)$/, ":$1")}()` : `${instance.place.module.name}:<application>` });
}
