import django from "@muster/plugin-django";
import drf from "@muster/plugin-drf";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { addFinding, indent, measured, randomCheck, simplestCheck, type Check } from "../python/guard.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

const answers = ["signed in", "staff", "header", "reads", "reads or signed in", "true", "object alone", "inverted", "inherited", "superset"] as const;
/** A permission class of the repository's own. */
type Own = { readonly check: Check; readonly answers: (typeof answers)[number] };
const shipped = ["AllowAny", "IsAuthenticated", "IsAuthenticatedOrReadOnly", "IsAdminUser"] as const;
type Policy = { readonly kind: "shipped"; readonly name: (typeof shipped)[number] } | { readonly kind: "own"; readonly own: Own } | { readonly kind: "none" } | { readonly kind: "default" } | { readonly kind: "joined"; readonly operator: "&" | "|" | "~"; readonly first: Own; readonly second: (typeof shipped)[number] };
const places = ["attribute", "tuple", "method", "by method", "base", "mixin first", "mixin last", "decorator", "action", "checked by hand", "initial"] as const;
type View = { readonly id: number; readonly style: "APIView" | "ViewSet" | "function"; readonly policy: Policy; readonly place: (typeof places)[number]; readonly authentication: "default" | "none" | "raising" };
type Site = { readonly policy: Policy; readonly check: Check; readonly views: readonly View[] };

function site(random: Random): Site {
  let ids = 0;
  const own = (): Own => ({ check: { ...randomCheck(random, ++ids), decision: "unless" }, answers: random.mostly(answers) });
  const policy = (): Policy => {
    switch (random.pick(["shipped", "shipped", "own", "own", "none", "default", "joined"])) {
      case "own":
        return { kind: "own", own: own() };
      case "none":
        return { kind: "none" };
      case "default":
        return { kind: "default" };
      case "joined":
        return { kind: "joined", operator: random.pick(["&", "|", "~"]), first: own(), second: random.pick(shipped) };
      default:
        return { kind: "shipped", name: random.pick(shipped) };
    }
  };
  const view = (): View => ({ id: ++ids, style: random.pick(["APIView", "ViewSet", "function"]), policy: policy(), place: random.mostly(places), authentication: random.mostly(["default", "default", "none", "raising"]) });
  return { policy: random.chance(0.4) ? { kind: "default" } : policy(), check: { ...randomCheck(random, ++ids), decision: "unless", verification: random.mostly(["lookup", "equals", "among", "try", "loop"]) }, views: random.list(2, 6, view) };
}

const imports = `from functools import wraps
from rest_framework import permissions, viewsets
from rest_framework.authentication import BaseAuthentication
from rest_framework.decorators import action, api_view, authentication_classes, permission_classes
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView
from main.people import Raising, Tokens`;

function render({ policy, check, views }: Site): Sources {
  const project = new PythonProject();
  project.module("main").add("");
  project.module("main.wsgi").add(`import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "main.settings")\napplication = get_wsgi_application()`);
  const people = project.module("main.people");
  people.add(`from rest_framework.authentication import BaseAuthentication\nfrom rest_framework.exceptions import AuthenticationFailed`);
  addFinding(people, check);
  const found = `user = find_${check.id}(${readOf(check)})`;
  people.add(`class Person:\n    is_authenticated = True\n    is_anonymous = False\n    is_active = True\n    is_staff = True\n    pk = 1\nclass Tokens(BaseAuthentication):\n    def authenticate(self, request):\n        ${found}\n        if not user:\n            return None\n        return (Person(), None)\n    def authenticate_header(self, request):\n        return "Token"\nclass Raising(Tokens):\n    def authenticate(self, request):\n        found = super().authenticate(request)\n        if found is None:\n            raise AuthenticationFailed("no")\n        return found`);
  const defaults = project.module("main.defaults");
  const named = policyExpression(defaults, policy);
  defaults.head("from rest_framework import permissions");
  if (named !== undefined) defaults.add(`Default = ${named === "" ? "permissions.AllowAny" : named}`);
  const byDefault = named === undefined ? "" : `, "DEFAULT_PERMISSION_CLASSES": ["main.defaults.Default"]`;
  project.module("main.settings").add(`SECRET_KEY = "x"\nROOT_URLCONF = "main.urls"\nALLOWED_HOSTS = ["*"]\nINSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework"]\nREST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["main.people.Tokens"], "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]${byDefault}}\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}`);
  const urls = project.module("main.urls");
  urls.add(`from django.urls import path\nfrom main import views\nurlpatterns = []`);
  const module = project.module("main.views");
  for (const view of views) urls.add(`urlpatterns.append(path("v${view.id}/", ${addView(module, view)}))`);
  module.head(imports);
  return project.sources();
}

function readOf({ credential }: Check): string {
  return credential === "cookie" ? `request.COOKIES.get("session")` : `request.headers.get("${credential}")`;
}

function addOwn(module: PythonModule, { check, answers: how }: Own): string {
  const { id } = check;
  addFinding(module, check);
  const signedIn = "request.user and request.user.is_authenticated";
  const body = {
    "signed in": `return bool(${signedIn})`,
    staff: `return ${signedIn} and request.user.is_staff`,
    header: `return bool(find_${id}(${readOf(check)}))`,
    reads: "return request.method in permissions.SAFE_METHODS",
    "reads or signed in": `if request.method in permissions.SAFE_METHODS:\n    return True\nreturn ${signedIn}`,
    true: "return True",
    "object alone": "",
    inverted: "return not request.user.is_authenticated",
    inherited: "return super().has_permission(request, view)",
    superset: `if request.method == "OPTIONS":\n    return True\nreturn super().has_permission(request, view) and request.user.is_staff`,
  }[how];
  const base = how === "inherited" || how === "superset" ? "permissions.IsAuthenticated" : "permissions.BasePermission";
  module.add(how === "object alone" ? `class Own${id}(${base}):\n    def has_object_permission(self, request, view, obj):\n        return bool(${signedIn})` : `class Own${id}(${base}):\n    def has_permission(self, request, view):\n${indent(body, 2)}`);
  return `Own${id}`;
}

/** One expression; empty for an empty list, undefined where nothing is said. */
function policyExpression(module: PythonModule, policy: Policy): string | undefined {
  switch (policy.kind) {
    case "shipped":
      return `permissions.${policy.name}`;
    case "own":
      return addOwn(module, policy.own);
    case "none":
      return "";
    case "default":
      return undefined;
    case "joined": {
      const first = addOwn(module, policy.first);
      return policy.operator === "~" ? `~${first}` : `${first} ${policy.operator} permissions.${policy.second}`;
    }
    default:
      return policy satisfies never;
  }
}

function addView(module: PythonModule, { id, style, policy, place, authentication }: View): string {
  const expression = policyExpression(module, policy);
  const list = expression === undefined ? undefined : `[${expression}]`;
  const authenticators = { default: undefined, none: "[]", raising: "[Raising]" }[authentication];
  const head: string[] = [];
  if (style === "function") {
    const decorators = [`@api_view(["GET", "POST"])`];
    if (authenticators !== undefined) decorators.push(`@authentication_classes(${authenticators})`);
    if (list !== undefined) decorators.push(`@permission_classes(${list})`);
    module.add(`${decorators.join("\n")}\ndef view_${id}(request):\n    return Response({})`);
    return `views.view_${id}`;
  }
  const bases = [style === "APIView" ? "APIView" : "viewsets.ViewSet"];
  if (authenticators !== undefined) head.push(`authentication_classes = ${authenticators}`);
  if (list !== undefined) {
    switch (place) {
      case "attribute":
      case "decorator":
      case "action":
        head.push(`permission_classes = ${list}`);
        break;
      case "tuple":
        head.push(`permission_classes = (${expression === "" ? "" : `${expression},`})`);
        break;
      case "method":
        head.push(`def get_permissions(self):\n    return [one() for one in ${list}]`);
        break;
      case "by method":
        head.push(`permission_classes = ${list}\ndef get_permissions(self):\n    if self.request.method == "POST":\n        return [permissions.IsAuthenticated()]\n    return super().get_permissions()`);
        break;
      case "base":
        module.add(`class Base${id}(${bases[0]}):\n    permission_classes = ${list}`);
        bases[0] = `Base${id}`;
        break;
      case "mixin first":
        module.add(`class Mixin${id}:\n    permission_classes = ${list}`);
        bases.unshift(`Mixin${id}`);
        break;
      case "mixin last":
        module.add(`class Mixin${id}:\n    permission_classes = ${list}`);
        bases.push(`Mixin${id}`);
        break;
      case "checked by hand":
        head.push(`permission_classes = []\ndef check_permissions(self, request):\n    for one in ${list}:\n        if not one().has_permission(request, self):\n            self.permission_denied(request)`);
        break;
      case "initial":
        head.push(`permission_classes = []\ndef initial(self, request, *args, **kwargs):\n    super().initial(request, *args, **kwargs)\n    for one in ${list}:\n        if not one().has_permission(request, self):\n            raise NotAuthenticated()`);
        break;
      default:
        place satisfies never;
    }
  }
  const names = style === "APIView" ? ["get", "post"] : ["list", "create"];
  for (const name of names) head.push(`def ${name}(self, request):\n    return Response({})`);
  if (style === "ViewSet" && place === "action") head.push(`@action(detail=False, methods=["delete"], permission_classes=[permissions.IsAuthenticated])\ndef purge(self, request):\n    return Response({})`);
  module.add(`class View${id}(${bases.join(", ")}):\n${head.map((text) => indent(text, 1)).join("\n")}`);
  return style === "APIView" ? `views.View${id}.as_view()` : `views.View${id}.as_view({"get": "list", "post": "create"${place === "action" ? ', "delete": "purge"' : ""}})`;
}

/** Permission and authentication classes of every kind at every place, defaults and overrides: who is let in is measured. */
export const generator: ApplicationGenerator = defineGenerator<Site>({
  name: "drf-guards",
  oracle: "drf",
  plugins: [python, django, drf],
  requirements: ["Django==5.2.19", "djangorestframework==3.18.3", "drf-nested-routers==0.95.3", "setuptools==80.9.0"],
  generate: site,
  render,
  config: () => ({ application: "main.wsgi:application", ...measured }),
  smaller: (description) => smaller(description, { fields: { place: "attribute", authentication: "default", answers: "signed in", style: "APIView", policy: { kind: "default" }, ...simplestCheck } }),
});
