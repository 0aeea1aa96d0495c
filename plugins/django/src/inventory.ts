import type { Application, Unresolved } from "@muster/contract";
import { getAttribute, isSubclass, knownText, type FoundEndpoint, type Inventory, type Machine, type Value } from "@muster/python";
import { LayerStack, reasonOf, webEndpoint } from "@muster/web";
import { Middleware } from "./middleware.ts";
import type { Project } from "./project.ts";
import { routesOf } from "./routes.ts";
import type { Site } from "./site.ts";
import { rootConfiguration, urlTable } from "./url-table.ts";

/** One application for each root URL configuration that settings name. */
export function readInventory(machine: Machine, site: Site): Inventory {
  const applications: Application[] = [];
  const endpoints: FoundEndpoint[] = [];
  const unresolved: Unresolved[] = [];
  const mounts = { resolved: 0, unresolved: 0 };
  let lostRoutes = 0;
  const served = new Set<string>();
  for (const project of site.projects(machine)) {
    const root = site.within(project, () => rootOf(machine, project));
    if (root.state === "none") continue;
    if (root.state === "lost") {
      mounts.unresolved++;
      unresolved.push({ what: "mount", reason: `the root URL configuration is not known: ${root.reason}`, span: project.span });
      continue;
    }
    // Settings for development and for production lead to the same URLs: the first that a program names counts.
    if (served.has(root.path)) continue;
    served.add(root.path);
    const application: Application = { id: `${project.name}#${applications.length}`, framework: "django", name: project.name, folder: "", span: project.span };
    const { table, middleware } = site.within(project, () => ({
      table: urlTable(machine, root.patterns, project.place, languageOf(machine, project)),
      middleware: new Middleware(machine, site, project),
    }));
    applications.push(application);
    unresolved.push(...table.unresolved, ...middleware.unresolved);
    mounts.resolved += table.mounts.resolved;
    mounts.unresolved += table.mounts.unresolved;
    lostRoutes += table.unresolved.filter((one) => one.what === "route").length;
    const stack = new LayerStack();
    for (const entry of table.entries) {
      for (const route of site.within(project, () => routesOf(machine, site, entry, middleware))) endpoints.push(site.bound(project, webEndpoint(machine, stack, application.id, route)));
    }
  }
  return { applications, endpoints, unresolved, mounts, routes: { resolved: endpoints.length, unresolved: lostRoutes }, applicationOf: (value) => (isHandler(value) && applications.length === 1 ? applications[0]?.id : undefined) };
}

/** `get_asgi_application()`, `get_wsgi_application()`: whatever the settings say, told apart by nothing where there are several. */
function isHandler(value: Value): boolean {
  return value.kind === "instance" && isSubclass(value.class, ["django.core.asgi.ASGIHandler", "django.core.wsgi.WSGIHandler"]);
}

type Root = { readonly state: "none" } | { readonly state: "lost"; readonly reason: string } | { readonly state: "found"; readonly path: string; readonly patterns: Value };

function rootOf(machine: Machine, project: Project): Root {
  const named = project.setting(machine, "ROOT_URLCONF", project.place);
  // Settings that another module completes.
  if (!named) return { state: "none" };
  const conf = rootConfiguration(machine, named, project.place);
  if (conf?.kind === "module") return { state: "found", path: conf.module.path, patterns: getAttribute(machine, conf, "urlpatterns", project.place) };
  return { state: "lost", reason: reasonOf(conf ?? named) };
}

function languageOf(machine: Machine, project: Project): string {
  return knownText(project.setting(machine, "LANGUAGE_CODE", project.place)) ?? "{language}";
}
