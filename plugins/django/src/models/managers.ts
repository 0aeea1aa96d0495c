import { native, type ClassValue, type Instance, type NativeCall, type Value } from "@muster/python";
import { isModel } from "./model-classes.ts";

const names = ["django.db.models.Manager", "django.db.models.manager.Manager", "django.db.models.manager.BaseManager", "django.contrib.auth.models.UserManager", "django.contrib.auth.models.BaseUserManager", "django.contrib.auth.base_user.BaseUserManager"];

/** Managers of the repository's own know the model that they are read off, also where an abstract one above it made them: `Item.objects.model`. */
export function managers(): readonly (readonly [string, Value])[] {
  const made = new WeakMap<Instance, Map<ClassValue, Instance>>();
  const bound = ({ self, get }: NativeCall): Value | undefined => {
    const owner = get(1);
    if (self.kind !== "instance" || owner === undefined || !isModel(owner)) return undefined;
    const of = made.get(self) ?? new Map<ClassValue, Instance>();
    made.set(self, of);
    const manager = of.get(owner) ?? { ...self, attributes: new Map([...self.attributes, ["model", owner]]) };
    of.set(owner, manager);
    return manager;
  };
  return names.map((name) => [`${name}.__get__`, native(`${name}.__get__`, bound)]);
}
