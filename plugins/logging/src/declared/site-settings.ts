import { compareText } from "@muster/contract";
import { elementsOf, importDotted, isLibrary, knownText, readModule, termOf, type ClassValue, type FoundDeclaration, type Machine, type Module, type Place, type Value } from "@muster/python";

/** Settings of Django that decide what is recorded, and by whom. */
const lists = ["MIDDLEWARE", "INSTALLED_APPS"] as const;
const values = ["LOGGING", "AUDITLOG_INCLUDE_ALL_MODELS", "DJANGO_EASY_AUDIT_REGISTERED_CLASSES", "DJANGO_EASY_AUDIT_WATCH_MODEL_EVENTS"] as const;

/** The settings of Django projects, one declaration for each entry of a list: `django.conf.settings.MIDDLEWARE`. */
export function siteSettings(machine: Machine): readonly FoundDeclaration[] {
  const modules = [...machine.modules.values()].filter((module) => !isLibrary(module.path)).sort((a, b) => compareText(a.path, b.path));
  return modules.flatMap((module) => {
    const { vars } = module.scope;
    const place: Place = { module, s: 0, e: 0 };
    const own = lists.some((name) => vars.has(name)) ? declarationsOf(machine, (name) => placeIn(module, name) ?? place, (name) => readModule(machine, module, name, place)) : [];
    // A configuration of django-configurations is a class.
    const inClasses = [...vars.values()].flatMap((bound) => (bound.kind === "class" && bound.place?.module === module && lists.some((name) => bound.attributes.has(name)) ? declarationsOf(machine, () => bound.place ?? place, (name) => ofClass(bound, name)) : []));
    return [...own, ...inClasses];
  });
}

function ofClass(cls: ClassValue, name: string): Value | undefined {
  return cls.mro.map((one) => one.attributes.get(name)).find((found) => found !== undefined);
}

/** Where a module assigns a setting at its top level. */
function placeIn(module: Module, name: string): Place | undefined {
  const found = module.summary.body.find((statement) => statement.k === "assign" && statement.t.some((target) => target.k === "name" && target.id === name));
  return found && { module, s: found.s, e: found.e };
}

function declarationsOf(machine: Machine, placeOf: (name: string) => Place, setting: (name: string) => Value | undefined): readonly FoundDeclaration[] {
  const about = (name: string, value: Value): FoundDeclaration => ({ of: `django.conf.settings.${name}`, place: placeOf(name), given: [{ name: "0", value: termOf(value) }], conditional: false });
  const entries = lists.flatMap((name) => {
    const value = setting(name);
    if (!value) return [];
    return elementsOf(machine, value, placeOf(name)).items.flatMap((item) => (knownText(item.value) === undefined ? [] : [{ ...about(name, item.value), given: [{ name: "0", value: termOf(item.value) }, ...(name === "MIDDLEWARE" ? basesOf(machine, knownText(item.value) ?? "", placeOf(name)) : [])], conditional: item.when !== undefined }]));
  });
  return [...entries, ...values.flatMap((name) => { const value = setting(name); return value ? [about(name, value)] : []; })];
}

/** What a middleware of the repository's own extends. */
function basesOf(machine: Machine, name: string, place: Place): FoundDeclaration["given"] {
  const cls = importDotted(machine, name, place);
  return cls.kind === "class" ? cls.mro.slice(1).map((base) => ({ name: "base", value: { kind: "const", value: base.name } })) : [];
}
