import { compareText } from "@muster/contract";
import { constant, importDotted, knownText, native, readModule, sequence, visiblePlace, namesRead, type ClassValue, type Machine, type Module, type NativeCall, type Place, type Value } from "@muster/python";
import { installedApps } from "../installed-apps.ts";
import type { Site } from "../site.ts";
import { isConcrete, isModel } from "./model-classes.ts";

/** What `django.apps` asks of the settings and of the modules that applications consist of. */
export function appRegistry(site: Site): readonly (readonly [string, Value])[] {
  return [
    ["django.apps.natives.installed", native("django.apps.natives.installed", (call) => installed(site, call))],
    ["django.apps.natives.models_of", native("django.apps.natives.models_of", modelsOf)],
  ];
}

/** `(class, name, module)` of each installed application. */
function installed(site: Site, call: NativeCall): Value {
  const place = visiblePlace(call.machine, call.place);
  const project = site.projectAt(call.machine, place);
  const { apps, open } = project ? installedApps(call.machine, project) : { apps: [], open: "which settings are used is not known" };
  const plain = importDotted(call.machine, "django.apps.AppConfig", place);
  return sequence("list", apps.map((app) => sequence("tuple", [app.config ?? plain, constant(app.name), app.module])), open);
}

/** The models of an application: those that its module `models` defines or imports from beside it. */
function modelsOf(call: NativeCall): Value {
  const name = knownText(call.get(0));
  const module = name === undefined ? undefined : importDotted(call.machine, `${name}.models`, call.place);
  if (name === undefined || module?.kind !== "module") return sequence("list", []);
  const found = new Set<ClassValue>();
  collect(call.machine, module.module, name, call.place, found, new Set());
  return sequence("list", [...found].sort(byPlace));
}

function collect(machine: Machine, module: Module, app: string, place: Place, found: Set<ClassValue>, seen: Set<Module>): void {
  if (seen.has(module)) return;
  seen.add(module);
  readModule(machine, module, "__name__", place);
  namesRead(module.path);
  for (const [name, bound] of module.scope.vars) {
    const value = bound.kind === "import" ? readModule(machine, module, name, place) : bound;
    if (value && isModel(value) && isConcrete(value) && value.place?.module.name.startsWith(`${app}.`)) found.add(value);
  }
  for (const star of module.scope.stars ?? []) {
    const from = star.level > 0 ? machine.index.resolveRelative(star.level, star.module, module.path) : machine.index.resolve(star.module, module.path);
    const inside = from?.kind === "file" ? machine.module(from.path) : undefined;
    if (inside?.name.startsWith(`${app}.`)) collect(machine, inside, app, place, found, seen);
  }
}

function byPlace(a: ClassValue, b: ClassValue): number {
  return compareText(a.place?.module.path ?? "", b.place?.module.path ?? "") || (a.place?.s ?? 0) - (b.place?.s ?? 0);
}
