import type { Unresolved } from "@muster/contract";
import { elementsOf, findInMro, importDotted, isLibrary, knownText, type ConditionList, type Machine, type Place, type Value } from "@muster/python";
import type { Layer } from "@muster/web";
import { isHarmless } from "./harmless-middleware.ts";
import type { Project } from "./project.ts";
import { runAround, runProcessView } from "./run-middleware.ts";
import type { Site } from "./site.ts";
import type { UrlEntry } from "./url-table.ts";

const authentication = /^django\.contrib\.auth\.middleware\.(AuthenticationMiddleware|RemoteUserMiddleware|PersistentRemoteUserMiddleware)$/;

interface Listed {
  /** Dotted, as the settings name it. */
  readonly name: string;
  readonly value: Value;
  /** Where the repository defines it; the settings' where it does not. */
  readonly place: Place;
  readonly conditions: ConditionList | undefined;
  /** Whether `request.user` is there when it runs. */
  readonly behindUser: boolean;
}

/** The middleware that the settings list, in their order. */
export class Middleware {
  readonly unresolved: readonly Unresolved[];
  /** Whether `request.user` is there when a view runs. */
  readonly fillsUser: boolean;
  readonly #site: Site;
  readonly #around: readonly Layer[];
  readonly #views: readonly Listed[];

  constructor(machine: Machine, site: Site, project: Project) {
    this.#site = site;
    const { listed, open } = listOf(machine, project);
    this.fillsUser = open !== undefined || listed.some((one) => authentication.test(one.name) || isUserFilling(one.value));
    this.unresolved = open === undefined ? [] : [{ what: "mount", reason: `the list of middleware is not known whole: ${open}`, span: project.span }];
    const around = listed.flatMap((one) => aroundLayer(site, one) ?? []);
    // Known in part, what is not known may guard more; not known at all, it may be anything.
    if (open !== undefined && listed.length === 0) around.push({ name: "MIDDLEWARE", via: "middleware", layer: "application", place: project.place, wraps: true, mayGuard: true, run: undefined });
    this.#around = around;
    this.#views = listed.filter((one) => one.value.kind === "class" && findInMro(one.value, "process_view")?.value.kind === "function");
  }

  /** What stands before one view: what wraps all of them, then what looks at the view. */
  layersFor(entry: UrlEntry): readonly Layer[] {
    return [...this.#around, ...this.#views.map((one) => viewLayer(this.#site, one, entry))];
  }
}

function listOf(machine: Machine, project: Project): { readonly listed: readonly Listed[]; readonly open: string | undefined } {
  const setting = project.setting(machine, "MIDDLEWARE", project.place);
  if (!setting) return { listed: [], open: undefined };
  const { items, open } = elementsOf(machine, setting, project.place);
  const listed: Listed[] = [];
  let behindUser = false;
  for (const item of items) {
    const name = knownText(item.value);
    if (name === undefined) continue;
    if (authentication.test(name)) behindUser = true;
    const value = importDotted(machine, name, project.place);
    const own = value.kind === "class" || value.kind === "function" ? value.place : undefined;
    listed.push({ name, value, place: own && !isLibrary(own.module.path) ? own : project.place, conditions: item.when, behindUser });
    if (isUserFilling(value)) behindUser = true;
  }
  return { listed, open: open ?? (items.some((item) => knownText(item.value) === undefined) ? "an entry of it is not known" : undefined) };
}

/** A class of the repository that extends the one which fills `request.user`. */
function isUserFilling(value: Value): boolean {
  return value.kind === "class" && value.mro.some((cls) => authentication.test(cls.name));
}

function aroundLayer(site: Site, one: Listed): Layer | undefined {
  const { name, value, place, conditions } = one;
  const about = { name, via: "middleware", layer: "application", place, wraps: true, conditions } as const;
  if (value.kind === "class" && !value.opaque) {
    const called = findInMro(value, "__call__");
    const inherits = called?.value.kind === "function" && isLibrary(called.value.place.module.path);
    // Django's base class calls these where they are there, and goes on.
    if (called === undefined || (inherits && !["process_request", "process_response"].some((hook) => findInMro(value, hook)?.value.kind === "function"))) return undefined;
    return { ...about, of: one, run: (machine, passing) => site.behindUser(one.behindUser, () => runAround(machine, site, one, passing)) };
  }
  if (value.kind === "function") return { ...about, of: one, run: (machine, passing) => site.behindUser(one.behindUser, () => runAround(machine, site, one, passing)) };
  // One of the repository's that is not there, or could not be read, may do anything; a library's is known by its name.
  return isHarmless(name) ? undefined : { ...about, mayGuard: value.kind !== "external", run: undefined };
}

function viewLayer(site: Site, one: Listed, entry: UrlEntry): Layer {
  return {
    name: one.name,
    via: "middleware",
    layer: "application",
    place: one.place,
    wraps: false,
    conditions: one.conditions,
    of: [one, entry],
    run: (machine, passing) => site.behindUser(one.behindUser, () => runProcessView(machine, site, one, entry, passing)),
  };
}
