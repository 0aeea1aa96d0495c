import { elementsOf, findInMro, importDotted, isSubclass, knownText, readModule, namesRead, type ClassValue, type Machine, type Module, type Place, type Value } from "@muster/python";
import type { Project } from "./project.ts";

/** An application that the settings install. */
export interface InstalledApp {
  /** Dotted name of its package. */
  readonly name: string;
  readonly label: string;
  /** Its class of configuration; undefined where it has none of its own. */
  readonly config: ClassValue | undefined;
  /** The package, or what stands for one from outside the repository. */
  readonly module: Value;
}

const base = "django.apps.AppConfig";
export interface InstalledApps {
  readonly apps: readonly InstalledApp[];
  /** Why there may be others. */
  readonly open?: string;
}

const known = new WeakMap<Project, InstalledApps>();

/** What `INSTALLED_APPS` names, in its order. */
export function installedApps(machine: Machine, project: Project): InstalledApps {
  const before = known.get(project);
  if (before) return before;
  const setting = project.setting(machine, "INSTALLED_APPS", project.place);
  const { items: entries, open } = setting ? elementsOf(machine, setting, project.place) : { items: [], open: undefined };
  const apps = entries.flatMap((entry): InstalledApp[] => {
    const name = knownText(entry.value);
    return name === undefined ? [] : [appOf(machine, name, project.place)];
  });
  const reason = open ?? (apps.length < entries.length ? "an installed application is not known by name" : undefined);
  const found: InstalledApps = { apps, ...(reason !== undefined && { open: reason }) };
  // While the settings themselves run, more may follow.
  if (project.module.state === "done") known.set(project, found);
  return found;
}

/** The application whose package a module lies in: the innermost. */
export function appOfModule(apps: readonly InstalledApp[], module: string): InstalledApp | undefined {
  let best: InstalledApp | undefined;
  for (const app of apps) if ((module === app.name || module.startsWith(`${app.name}.`)) && app.name.length > (best?.name.length ?? 0)) best = app;
  return best;
}

function appOf(machine: Machine, entry: string, place: Place): InstalledApp {
  const value = importDotted(machine, entry, place);
  const config = value.kind === "class" && isSubclass(value, [base]) ? value : value.kind === "module" ? configIn(machine, entry, place) : undefined;
  const name = (config && textOf(config, "name")) ?? (value.kind === "class" ? entry.replace(/(\.apps)?\.\w+$/, "") : entry);
  return { name, label: (config && textOf(config, "label")) ?? name.slice(name.lastIndexOf(".") + 1), config, module: config ? importDotted(machine, name, place) : value };
}

/** The one configuration that `apps.py` defines, or of several the default. */
function configIn(machine: Machine, app: string, place: Place): ClassValue | undefined {
  const found = machine.index.resolve(`${app}.apps`, place.module.path);
  const module = found?.kind === "file" ? machine.module(found.path) : undefined;
  if (!module) return undefined;
  const classes = definedIn(machine, module, place).filter((cls) => isSubclass(cls, [base]));
  const preferred = classes.find((cls) => isTrue(cls.attributes.get("default")));
  const candidates = classes.filter((cls) => !isFalse(cls.attributes.get("default")));
  return preferred ?? (candidates.length === 1 ? candidates[0] : undefined);
}

function definedIn(machine: Machine, module: Module, place: Place): ClassValue[] {
  readModule(machine, module, "__name__", place);
  namesRead(module.path);
  return [...module.scope.vars.values()].filter((bound): bound is ClassValue => bound.kind === "class" && bound.place?.module === module);
}

function textOf(cls: ClassValue, name: string): string | undefined {
  const value = findInMro(cls, name)?.value;
  return value && knownText(value);
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}

function isFalse(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === false;
}
