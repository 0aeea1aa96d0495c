import { compareText } from "@muster/contract";
import { importDotted, isLibrary, knownText, readModule, runAsProgram, runModule, type ClassValue, type Machine, type Module, type Place, type Stmt } from "@muster/python";
import { Project } from "./project.ts";
import type { NamedSettings, Site } from "./site.ts";

const programs = /(^|\/)(wsgi|asgi|manage|application|app|main|server)\.py$/;

/**
 * The settings that can be deployed. Programs name theirs (`wsgi.py` before `asgi.py` before `manage.py`, as what a server runs
 * tells more than what developers do); other modules that set `ROOT_URLCONF`, and are no base of one of these, come after them.
 */
export function findProjects(machine: Machine, site: Site): Project[] {
  for (const path of [...machine.summaries.keys()].filter((one) => programs.test(one) && !isLibrary(one)).sort(compareText)) runAsProgram(machine, path);
  const out: Project[] = [];
  const add = (project: Project | undefined): void => {
    if (project && !out.some((one) => one.module === project.module && one.cls === project.cls)) out.push(project);
  };
  for (const named of byProgram(site.named)) add(fromProgram(machine, site, named));
  const modules = [...machine.modules.values()].filter((module) => !isLibrary(module.path)).sort((a, b) => compareText(a.path, b.path));
  // A module that reads a setting while it is imported may ask before settings have run that no program names.
  for (const module of modules) if (module.state === "new" && namesRootConfiguration(module.summary.body)) runModule(machine, module);
  for (const module of modules) for (const project of fromModule(module, out)) add(project);
  const bases = new Set(out.flatMap((project) => basesOf(machine, project.module)));
  return out.filter((project) => project.isNamed || !bases.has(project.module.path));
}

/** Of each program the setting that counts: what it sets in any case before what it sets under a condition. */
function byProgram(named: readonly NamedSettings[]): NamedSettings[] {
  const out = new Map<string, NamedSettings>();
  for (const one of named) {
    if (one.name !== "DJANGO_SETTINGS_MODULE" || knownText(one.value) === undefined) continue;
    const known = out.get(one.place.module.path);
    if (!known || (known.conditional && !one.conditional) || (known.conditional === one.conditional && known.isDefault && !one.isDefault)) out.set(one.place.module.path, one);
  }
  return [...out.values()].sort((a, b) => rank(a.place.module.path) - rank(b.place.module.path) || compareText(a.place.module.path, b.place.module.path));
}

function rank(path: string): number {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return file === "wsgi.py" ? 0 : file === "asgi.py" ? 1 : file === "manage.py" ? 2 : 3;
}

function fromProgram(machine: Machine, site: Site, named: NamedSettings): Project | undefined {
  const dotted = knownText(named.value);
  const value = dotted === undefined ? undefined : importDotted(machine, dotted, named.place);
  if (value?.kind !== "module") return undefined;
  const { path } = named.place.module;
  // A configuration of django-configurations is a class of that module.
  const configuration = site.named.find((one) => one.name === "DJANGO_CONFIGURATION" && one.place.module.path === path);
  const wanted = configuration && knownText(configuration.value);
  const found = wanted === undefined ? undefined : readModule(machine, value.module, wanted, named.place);
  const file = path.slice(path.lastIndexOf("/") + 1, -".py".length);
  const isServer = file === "wsgi" || file === "asgi";
  const program = machine.index.nameOf(path);
  return new Project({
    module: value.module,
    root: rootOf(value.module),
    name: isServer ? `${program}:application` : value.module.name,
    place: isServer ? { ...named.place, module: named.place.module } : { module: value.module, s: 0, e: 0 },
    isNamed: true,
    ...(found?.kind === "class" && { cls: found }),
  });
}

/** A module that sets `ROOT_URLCONF` itself, or in its classes. */
function fromModule(module: Module, known: readonly Project[]): Project[] {
  const make = (cls?: ClassValue, place: Place = { module, s: 0, e: 0 }): Project =>
    new Project({ module, root: rootOf(module), name: cls ? `${module.name}:${cls.name.slice(cls.name.lastIndexOf(".") + 1)}` : module.name, place, isNamed: false, ...(cls && { cls }) });
  if (module.scope.vars.has("ROOT_URLCONF")) return [make()];
  if (known.some((one) => one.module === module)) return [];
  for (const bound of module.scope.vars.values()) {
    if (bound.kind === "class" && bound.place?.module === module && bound.attributes.has("ROOT_URLCONF")) return [make(bound, bound.place)];
  }
  return [];
}

/** Whether code binds `ROOT_URLCONF` outside of functions. */
function namesRootConfiguration(body: readonly Stmt[]): boolean {
  return body.some((stmt) => {
    if (stmt.k === "assign") return stmt.t.some((target) => target.k === "name" && target.id === "ROOT_URLCONF");
    if (stmt.k === "ann") return stmt.t.k === "name" && stmt.t.id === "ROOT_URLCONF";
    return (stmt.k === "class" || stmt.k === "if" || stmt.k === "try") && namesRootConfiguration(stmt.b);
  });
}

/** Settings that these are built on: what a module imports from another with a star. */
function basesOf(machine: Machine, module: Module): string[] {
  return (module.scope.stars ?? []).flatMap((star) => {
    const from = star.place.module.path;
    const found = star.level > 0 ? machine.index.resolveRelative(star.level, star.module, from) : machine.index.resolve(star.module, from);
    return found?.kind === "file" && found.path !== module.path ? [found.path] : [];
  });
}

/** `src/shop/settings.py`, which is `shop.settings`, starts from `src`. */
function rootOf(module: Module): string {
  const depth = module.name.split(".").length;
  const parts = module.path.replace(/(\/__init__)?\.py$/, "").split("/");
  return parts.slice(0, Math.max(0, parts.length - depth)).join("/");
}
