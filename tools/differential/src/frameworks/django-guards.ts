import django from "@muster/plugin-django";
import type { Sources } from "@muster/plugin-tester/sources";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { addFinding, checkLines, indent, measured, randomCheck, simplestCheck, type Check } from "../python/guard.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Answer = "denied" | "forbidden" | "response" | "redirect" | "json";
const tests = ["lambda user: user.is_authenticated", "lambda user: user.is_staff", "lambda user: not user.is_anonymous", "lambda user: True", "lambda user: user.is_authenticated and user.is_staff", "lambda user: user.is_authenticated or user.is_anonymous"] as const;
type Guard =
  | { readonly kind: "own"; readonly check: Check; readonly answer: Answer; readonly reach: Reach }
  | { readonly kind: "login" }
  | { readonly kind: "test"; readonly test: (typeof tests)[number] };
type Place = "decorator" | "factory" | "urls" | "dispatch decorator" | "method decorator" | "class decorator" | "mixin first" | "mixin last" | "dispatch" | "inline" | "two";
type View = { readonly id: number; readonly guard: Guard | null; readonly place: Place; readonly exempt: boolean };
type Middleware = { readonly check: Check; readonly answer: "forbidden" | "redirect" | "json"; readonly style: "class" | "function" | "process_view" | "mixin"; readonly open: "nothing" | "exact" | "several" | "prefix" | "regex" | "setting" };
type Site = { readonly check: Check; readonly middleware: Middleware | null; readonly everybodySignsIn: boolean; readonly views: readonly View[] };

function site(random: Random): Site {
  let ids = 0;
  const guard = (): Guard => {
    switch (random.pick(["own", "own", "login", "test"])) {
      case "login":
        return { kind: "login" };
      case "test":
        return { kind: "test", test: random.pick(tests) };
      default:
        return { kind: "own", check: randomCheck(random, ++ids), answer: random.mostly<Answer>(["denied", "forbidden", "response", "redirect", "json"]), reach: random.mostly(reaches) };
    }
  };
  const view = (): View => ({ id: ++ids, guard: random.chance(0.75) ? guard() : null, place: random.pick(["decorator", "factory", "urls", "dispatch decorator", "method decorator", "class decorator", "mixin first", "mixin last", "dispatch", "inline", "two"]), exempt: random.chance(0.2) });
  return {
    check: { ...randomCheck(random, ++ids), decision: "unless", verification: random.mostly(["lookup", "equals", "among", "try", "loop"]) },
    middleware: random.chance(0.25) ? { check: randomCheck(random, ++ids), answer: random.pick(["forbidden", "redirect", "json"]), style: random.pick(["class", "function", "process_view", "mixin"]), open: random.pick(["nothing", "exact", "several", "prefix", "regex", "setting"]) } : null,
    everybodySignsIn: random.chance(0.2),
    views: random.list(2, 6, view),
  };
}

const imports = `from functools import wraps
from django.contrib.auth.decorators import login_required, user_passes_test
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views import View`;

function render({ check, middleware, everybodySignsIn, views }: Site): Sources {
  const project = new PythonProject();
  project.module("main").add("");
  project.module("main.wsgi").add(`import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "main.settings")\napplication = get_wsgi_application()`);
  const people = project.module("main.people");
  people.add(`from django.contrib.auth.models import AnonymousUser`);
  addFinding(people, check);
  people.add(`class Person:\n    is_authenticated = True\n    is_anonymous = False\n    is_active = True\n    is_staff = True\n    pk = 1\nclass Recognise:\n    def __init__(self, get_response):\n        self.get_response = get_response\n    def __call__(self, request):\n        user = find_${check.id}(${readOf(check)})\n        request.user = Person() if user else AnonymousUser()\n        return self.get_response(request)`);
  const layers = ["main.people.Recognise", ...(everybodySignsIn ? ["django.contrib.auth.middleware.LoginRequiredMiddleware"] : []), ...(middleware === null ? [] : ["main.layers.layer"])];
  if (middleware !== null) addMiddleware(project.module("main.layers"), middleware, views);
  project.module("main.settings").add(`SECRET_KEY = "x"\nROOT_URLCONF = "main.urls"\nALLOWED_HOSTS = ["*"]\nLOGIN_URL = "/login/"\nINSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes"]\nMIDDLEWARE = ${JSON.stringify(layers)}\nOPEN_PATHS = ["/v${views[0]?.id ?? 0}/"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}`);
  const urls = project.module("main.urls");
  urls.add(`from django.contrib.auth.decorators import login_not_required\nfrom django.urls import path\nfrom main import views\nurlpatterns = []`);
  const module = project.module("main.views");
  for (const view of views) {
    const expression = addView(project, module, urls, view);
    urls.add(`urlpatterns.append(path("v${view.id}/", ${view.exempt ? `login_not_required(${expression})` : expression}))`);
  }
  module.head(imports);
  return project.sources();
}

function readOf({ credential }: Check): string {
  return credential === "cookie" ? `request.COOKIES.get("session")` : `request.headers.get("${credential}")`;
}

function refuseOf({ status }: Check, answer: Answer): string {
  return {
    denied: "raise PermissionDenied()",
    forbidden: "return HttpResponseForbidden()",
    response: `return HttpResponse("no", status=${status})`,
    redirect: `return redirect("/login/")`,
    json: `return JsonResponse({}, status=${status})`,
  }[answer];
}

function lines(check: Check, answer: Answer, pass: string): string {
  return checkLines(check, { read: readOf(check), refuse: refuseOf(check, answer), pass, method: "request.method" });
}

/** A decorator of functions. */
function decorator(project: PythonProject, from: PythonModule, guard: Guard, isFactory = false): string {
  switch (guard.kind) {
    case "login":
      return "login_required";
    case "test":
      return `user_passes_test(${guard.test})`;
    case "own": {
      const { check, answer, reach } = guard;
      const module = project.module(`main.guards.part_${check.id}`);
      module.add(imports);
      addFinding(module, check);
      const name = `guard_${check.id}`;
      const body = `def ${isFactory ? "decorate" : name}(view):\n    @wraps(view)\n    def inner(request, *args, **kwargs):\n${indent(lines(check, answer, "return view(request, *args, **kwargs)"), 2)}\n    return inner`;
      module.add(isFactory ? `def ${name}(role):\n${indent(body, 1)}\n    return decorate` : body);
      return `${reachName(project, reach, from, module, name)}${isFactory ? '("admin")' : ""}`;
    }
    default:
      return guard satisfies never;
  }
}

function addView(project: PythonProject, module: PythonModule, urls: PythonModule, { id, guard, place }: View): string {
  const [fn, cls] = [`view_${id}`, `View${id}`];
  const answered = `HttpResponse("ok")`;
  if (guard === null) {
    module.add(`def ${fn}(request):\n    return ${answered}`);
    return `views.${fn}`;
  }
  const methods = `    def get(self, request):\n        return ${answered}\n    def post(self, request):\n        return ${answered}`;
  const own = (pass: string): string => (guard.kind === "own" ? lines(guard.check, guard.answer, pass) : guard.kind === "login" ? `if not request.user.is_authenticated:\n    return redirect("/login/")\n${pass}` : `if not (${guard.test})(request.user):\n    raise PermissionDenied()\n${pass}`);
  const find = (): void => {
    if (guard.kind === "own") addFinding(module, guard.check);
  };
  switch (place) {
    case "decorator":
    case "factory":
      module.add(`deco_${id} = ${decorator(project, module, guard, place === "factory")}\n@deco_${id}\ndef ${fn}(request):\n    return ${answered}`);
      return `views.${fn}`;
    case "two":
      module.add(`deco_${id} = ${decorator(project, module, guard)}\ndef same_${id}(view):\n    return view\n@same_${id}\n@deco_${id}\ndef ${fn}(request):\n    return ${answered}`);
      return `views.${fn}`;
    case "urls":
      module.add(`def ${fn}(request):\n    return ${answered}`);
      urls.head("from django.contrib.auth.decorators import login_required, user_passes_test");
      return `${decorator(project, urls, guard)}(views.${fn})`;
    case "dispatch decorator":
      module.add(`class ${cls}(View):\n    @method_decorator(${decorator(project, module, guard)})\n    def dispatch(self, request, *args, **kwargs):\n        return super().dispatch(request, *args, **kwargs)\n${methods}`);
      return `views.${cls}.as_view()`;
    case "method decorator":
      module.add(`class ${cls}(View):\n    @method_decorator(${decorator(project, module, guard)})\n    def get(self, request):\n        return ${answered}\n    def post(self, request):\n        return ${answered}`);
      return `views.${cls}.as_view()`;
    case "class decorator":
      module.add(`@method_decorator(${decorator(project, module, guard)}, name="${id % 2 === 0 ? "dispatch" : "post"}")\nclass ${cls}(View):\n${methods}`);
      return `views.${cls}.as_view()`;
    case "mixin first":
    case "mixin last": {
      find();
      const [mixin, body] = guard.kind === "login" ? ["LoginRequiredMixin", ""] : guard.kind === "test" ? ["UserPassesTestMixin", `    def test_func(self):\n        return (${guard.test})(self.request.user)\n`] : [`Mixin${id}`, ""];
      if (guard.kind === "own") module.add(`class Mixin${id}:\n    def dispatch(self, request, *args, **kwargs):\n${indent(own("return super().dispatch(request, *args, **kwargs)"), 2)}`);
      module.add(`class ${cls}(${place === "mixin first" ? `${mixin}, View` : `View, ${mixin}`}):\n${body}${methods}`);
      return `views.${cls}.as_view()`;
    }
    case "dispatch":
      find();
      module.add(`class Base${id}(View):\n    def dispatch(self, request, *args, **kwargs):\n${indent(own("return super().dispatch(request, *args, **kwargs)"), 2)}\nclass ${cls}(Base${id}):\n${methods}`);
      return `views.${cls}.as_view()`;
    case "inline":
      find();
      module.add(`def ${fn}(request):\n${indent(own(`return ${answered}`), 1)}`);
      return `views.${fn}`;
    default:
      return place satisfies never;
  }
}

function addMiddleware(module: PythonModule, { check, answer, style, open }: Middleware, views: readonly View[]): void {
  const [first, second] = views;
  const isOpen = {
    nothing: "False",
    exact: `request.path == "/v${first?.id}/"`,
    several: `request.path in ["/v${first?.id}/", "/v${second?.id ?? 0}/"]`,
    prefix: `request.path.startswith("/v${first?.id}/")`,
    regex: `re.match(r"^/v${String(first?.id ?? 0).slice(0, 1)}\\d*/$", request.path)`,
    setting: "request.path in settings.OPEN_PATHS",
  }[open];
  addFinding(module, check);
  module.head(`import re\nfrom django.conf import settings\nfrom django.utils.deprecation import MiddlewareMixin\n${imports}`);
  const body = (pass: string): string => `if ${isOpen}:\n    ${pass}\n${lines(check, answer, pass)}`;
  switch (style) {
    case "class":
      return module.add(`class layer:\n    def __init__(self, get_response):\n        self.get_response = get_response\n    def __call__(self, request):\n${indent(body("return self.get_response(request)"), 2)}`);
    case "function":
      return module.add(`def layer(get_response):\n    def middleware(request):\n${indent(body("return get_response(request)"), 2)}\n    return middleware`);
    case "process_view":
      return module.add(`class layer:\n    def __init__(self, get_response):\n        self.get_response = get_response\n    def __call__(self, request):\n        return self.get_response(request)\n    def process_view(self, request, view, args, kwargs):\n${indent(body("return None"), 2)}`);
    case "mixin":
      return module.add(`class layer(MiddlewareMixin):\n    def process_request(self, request):\n${indent(body("return None"), 2)}`);
    default:
      return style satisfies never;
  }
}

/** Decorators, mixins in right and wrong order, `dispatch`, middleware with open paths: who is let in is measured. */
export const generator: ApplicationGenerator = defineGenerator<Site>({
  name: "django-guards",
  oracle: "django",
  plugins: [python, django],
  requirements: ["Django==5.2.19"],
  generate: site,
  render,
  config: () => ({ application: "main.wsgi:application", ...measured }),
  smaller: (description) => smaller(description, { fields: { guard: null, middleware: null, everybodySignsIn: false, exempt: false, answer: "forbidden", reach: "from", place: "decorator", open: "nothing", style: "class", ...simplestCheck } }),
});
