import django from "@muster/plugin-django";
import drf from "@muster/plugin-drf";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Handler = "list" | "create" | "retrieve" | "update" | "partial_update" | "destroy";
type Action = { readonly id: number; readonly detail: boolean; readonly methods: readonly string[]; readonly path: string; readonly isMapped: boolean };
type ViewSet = { readonly id: number; readonly handlers: readonly Handler[]; readonly lookup: "pk" | "slug" | "kwarg" | "regex"; readonly names: "all" | "few"; readonly isInherited: boolean; readonly permission: "open" | "closed" | "reads"; readonly reach: Reach; readonly actions: readonly Action[] };
type Router = { readonly id: number; readonly type: "SimpleRouter" | "DefaultRouter" | "Own"; readonly slash: boolean; readonly placed: "include" | "plus" | "extended"; readonly sets: readonly ViewSet[]; readonly nested: readonly ViewSet[] };
type Site = { readonly routers: readonly Router[] };

const handlers = ["list", "create", "retrieve", "update", "partial_update", "destroy"] as const;
const verbs = ["get", "post", "put", "patch", "delete"] as const;

function site(random: Random): Site {
  let ids = 0;
  const action = (): Action => {
    const id = ++ids;
    return { id, detail: random.chance(0.5), methods: random.some(verbs), path: random.mostly(["", `a${id}/b`, `by/(?P<n${id}>[0-9]+)`]), isMapped: random.chance(0.3) };
  };
  const set = (): ViewSet => ({
    id: ++ids,
    handlers: random.some(handlers),
    lookup: random.mostly<ViewSet["lookup"]>(["pk", "slug", "kwarg", "regex"]),
    names: random.mostly<ViewSet["names"]>(["all", "few"]),
    isInherited: random.chance(0.3),
    permission: random.mostly<ViewSet["permission"]>(["open", "closed", "reads"]),
    reach: random.mostly(reaches),
    actions: random.list(0, 2, action),
  });
  const router = (): Router => ({ id: ++ids, type: random.mostly<Router["type"]>(["SimpleRouter", "DefaultRouter", "Own"]), slash: random.chance(0.7), placed: random.mostly<Router["placed"]>(["include", "plus", "extended"]), sets: random.list(1, 3, set), nested: random.list(0, 2, set) });
  return { routers: random.list(1, 3, router) };
}

function render({ routers }: Site): Sources {
  const project = new PythonProject();
  project.module("main").add("");
  project.module("main.wsgi").add(`import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "main.settings")\napplication = get_wsgi_application()`);
  project.module("main.settings").add(`SECRET_KEY = "x"\nROOT_URLCONF = "main.urls"\nALLOWED_HOSTS = ["*"]\nINSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework"]\nREST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.BasicAuthentication"], "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}`);
  const urls = project.module("main.urls");
  urls.add(`from django.urls import include, path\nfrom rest_framework.routers import DefaultRouter, SimpleRouter\nfrom rest_framework_nested.routers import NestedSimpleRouter\nclass Own(SimpleRouter):\n    def register(self, prefix, viewset, basename=None):\n        super().register("own/" + prefix, viewset, basename)\nurlpatterns = []`);
  for (const router of routers) addRouter(project, urls, router);
  return project.sources();
}

function addRouter(project: PythonProject, urls: PythonModule, { id, type, slash, placed, sets, nested }: Router): void {
  const name = `router_${id}`;
  urls.add(`${name} = ${type}(${slash ? "" : "trailing_slash=False"})`);
  for (const set of sets) urls.add(`${name}.register("s${set.id}", ${addSet(project, urls, set)}, basename="s${set.id}")`);
  const [first] = sets;
  if (first && nested.length > 0) {
    urls.add(`nested_${id} = NestedSimpleRouter(${name}, "${type === "Own" ? "own/" : ""}s${first.id}", lookup="above")`);
    for (const set of nested) urls.add(`nested_${id}.register("n${set.id}", ${addSet(project, urls, set)}, basename="n${set.id}")`);
    urls.add(`urlpatterns += [path("r${id}/", include(nested_${id}.urls))]`);
  }
  switch (placed) {
    case "include":
      return urls.add(`urlpatterns.append(path("r${id}/", include(${name}.urls)))`);
    case "plus":
      return urls.add(`urlpatterns = urlpatterns + [path("r${id}/", include((${name}.urls, "app${id}")))]`);
    case "extended":
      return urls.add(`other_${id} = SimpleRouter()\nother_${id}.registry.extend(${name}.registry)\nurlpatterns += [path("r${id}/", include(other_${id}.urls))]`);
    default:
      return placed satisfies never;
  }
}

function addSet(project: PythonProject, urls: PythonModule, set: ViewSet): string {
  const module = project.module(`main.views.part_${set.id}`);
  module.add("from rest_framework import permissions, viewsets\nfrom rest_framework.decorators import action\nfrom rest_framework.response import Response");
  const lines: string[] = [];
  const policy = { open: "AllowAny", closed: "IsAuthenticated", reads: "IsAuthenticatedOrReadOnly" }[set.permission];
  lines.push(`permission_classes = [permissions.${policy}]`);
  if (set.lookup === "slug") lines.push(`lookup_field = "slug"`);
  if (set.lookup === "kwarg") lines.push(`lookup_url_kwarg = "key"`);
  if (set.lookup === "regex") lines.push(`lookup_value_regex = "[0-9]+"`);
  if (set.names === "few") lines.push(`http_method_names = ["get", "post", "delete"]`);
  for (const handler of set.handlers) lines.push(`def ${handler}(self, request, *args, **kwargs):\n    return Response({})`);
  const actions: string[] = set.actions.map(({ id, detail, methods, path, isMapped }) => {
    const free = verbs.find((verb) => !methods.includes(verb));
    const mapped = isMapped && free ? `\n@extra_${id}.mapping.${free}\ndef mapped_${id}(self, request, *args, **kwargs):\n    return Response({})` : "";
    return `@action(detail=${detail ? "True" : "False"}, methods=${JSON.stringify(methods)}${path === "" ? "" : `, url_path=r"${path}"`})\ndef extra_${id}(self, request, *args, **kwargs):\n    return Response({})${mapped}`;
  });
  const indented = (texts: readonly string[]): string => texts.flatMap((text) => text.split("\n")).map((line) => `    ${line}`).join("\n");
  if (set.isInherited) module.add(`class Base${set.id}:\n${indented([`"""Has the actions."""`, ...actions])}\nclass Set${set.id}(Base${set.id}, viewsets.ViewSet):\n${indented(lines)}`);
  else module.add(`class Set${set.id}(viewsets.ViewSet):\n${indented([...lines, ...actions])}`);
  return reachName(project, set.reach, urls, module, `Set${set.id}`, 0);
}

/** Routers of view sets, nested and extended, with actions, look-ups and permissions of each kind. */
export const generator: ApplicationGenerator = defineGenerator<Site>({
  name: "drf",
  plugins: [python, django, drf],
  requirements: ["Django==5.2.19", "djangorestframework==3.18.3", "drf-nested-routers==0.95.3", "setuptools==80.9.0"],
  generate: site,
  render,
  config: () => ({ application: "main.wsgi:application" }),
  smaller: (description) => smaller(description, { fields: { type: "SimpleRouter", slash: true, placed: "include", lookup: "pk", names: "all", isInherited: false, permission: "open", reach: "from", detail: false, path: "", isMapped: false } }),
});
