import { constant, instanceOf, knownText, modelClass, none, type ClassValue, type Instance, type Machine, type NativeCall, type Value } from "@muster/python";
import { appOfModule, installedApps } from "../installed-apps.ts";
import type { Site } from "../site.ts";

const root = "django.db.models.Model";

/** `models.Model`: of what its metaclass makes, `_meta` is known as far as the class and the installed applications say it. The rest of a model stays what it is. */
export function modelClasses(site: Site): readonly (readonly [string, Value])[] {
  const made = new WeakMap<ClassValue, Instance>();
  const options = modelClass({ name: "django.db.models.options.Options" });
  const meta = (call: NativeCall): Value | undefined => {
    const cls = classOf(call.self);
    if (!cls) return undefined;
    const before = made.get(cls);
    if (before) return before;
    const out = instanceOf(options, call.place);
    out.open = "options of a model beyond its names";
    for (const [name, value] of namesOf(call.machine, site, cls, call)) out.attributes.set(name, value);
    // Before the settings are known, a label is not.
    if (out.attributes.has("app_label")) made.set(cls, out);
    return out;
  };
  const metaclass = modelClass({ name: "django.db.models.base.ModelBase", properties: { _meta: meta } });
  const model: ClassValue & { mro: ClassValue[] } = { kind: "class", name: root, bases: [], mro: [], attributes: new Map(modelClass({ name: root, properties: { _meta: meta } }).attributes), fields: new Map(), opaque: true, metaclass };
  model.mro = [model];
  return [
    [root, model],
    ["django.db.models.base.Model", model],
    [metaclass.name, metaclass],
  ];
}

/** Whether a class is a model of the repository. */
export function isModel(value: Value): value is ClassValue {
  return value.kind === "class" && value.name !== root && value.mro.some((cls) => cls.name === root);
}

/** Whether a model has a table of its own: `abstract` is never inherited. */
export function isConcrete(cls: ClassValue): boolean {
  const abstract = ownOption(cls, "abstract");
  return abstract?.kind !== "const" || abstract.value !== true;
}

function classOf(value: Value): ClassValue | undefined {
  if (value.kind === "class") return value;
  return value.kind === "instance" ? value.class : value.kind === "symbolic" ? value.type : undefined;
}

function* namesOf(machine: Machine, site: Site, cls: ClassValue, { place }: NativeCall): Generator<[string, Value]> {
  const object = cls.name.slice(cls.name.lastIndexOf(".") + 1);
  yield ["model", cls];
  yield ["object_name", constant(object)];
  yield ["model_name", constant(object.toLowerCase())];
  yield ["abstract", constant(!isConcrete(cls))];
  const label = labelOf(machine, site, cls, place);
  if (label === undefined) return;
  yield ["app_label", constant(label)];
  yield ["label", constant(`${label}.${object}`)];
  yield ["label_lower", constant(`${label}.${object.toLowerCase()}`)];
}

/** The label that the model says itself, or else that of the application whose package it lies in. */
function labelOf(machine: Machine, site: Site, cls: ClassValue, place: NativeCall["place"]): string | undefined {
  const own = ownOption(cls, "app_label");
  const said = own && knownText(own);
  if (said !== undefined) return said;
  const project = site.projectAt(machine, cls.place ?? place);
  return project && cls.place && appOfModule(installedApps(machine, project).apps, cls.place.module.name)?.label;
}

function ownOption(cls: ClassValue, name: string): Value | undefined {
  const meta = cls.attributes.get("Meta");
  return meta?.kind === "class" ? (meta.attributes.get(name) ?? (name === "abstract" ? none : meta.mro.find((one) => one.attributes.has(name))?.attributes.get(name))) : undefined;
}
