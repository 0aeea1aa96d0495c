import { isLibrary, isSubclass, type ClassValue, type FoundDeclaration, type FunctionValue, type Machine } from "@muster/python";
import { runsFor } from "./notes.ts";
import { classesOf } from "./orm-events.ts";

/** Base classes of stored objects: what extends them and has its own way to save or delete is asked by every caller. */
const stored = ["django.db.models.Model", "django.db.models.base.Model", "mongoengine.Document", "peewee.Model", "tortoise.models.Model", "tortoise.Model", "beanie.Document", "odmantic.Model"];
const methods: ReadonlyMap<string, string> = new Map([["delete", "muster.override.delete"], ["adelete", "muster.override.delete"], ["save", "muster.override.save"], ["asave", "muster.override.save"]]);
/** Of a program with more classes than this that have their own methods, the first ones are followed. */
const most = 200;

/** `save` and `delete` of models that the repository defines itself, on the model or on a base of it. */
export function overriddenMethods(machine: Machine): readonly FoundDeclaration[] {
  const found = new Map<string, FoundDeclaration & { readonly subjects: string[] }>();
  for (const cls of classesOf(machine)) {
    if (!isSubclass(cls, stored)) continue;
    for (const [name, of] of methods) {
      const owner = cls.mro.find((one) => one.attributes.has(name));
      const method = owner?.attributes.get(name);
      if (!owner || method?.kind !== "function" || isLibrary(method.place.module.path)) continue;
      const key = `${owner.name}.${name}`;
      const known = found.get(key);
      if (known) known.subjects.push(cls.name);
      else if (found.size < most) found.set(key, declarationOf(of, owner, method, cls.name));
    }
  }
  return [...found.values()];
}

function declarationOf(of: string, owner: ClassValue, method: FunctionValue, subject: string): FoundDeclaration & { readonly subjects: string[] } {
  const runs = runsFor(method, (object) => ({ positional: [object], keywords: new Map(), open: false }), owner);
  return { of, place: method.place, subjects: [subject], given: [], conditional: false, ...(runs && { runs }) };
}
