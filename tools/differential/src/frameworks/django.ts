import django from "@muster/plugin-django";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Style = "function" | "restricted" | "post only" | "class" | "class with limits" | "limits in as_view" | "inherited" | "mixed" | "generic" | "redirect" | "dispatch" | "decorated" | "decorated class" | "partial";
type Placed = "append" | "list" | "plus" | "extend" | "insert" | "loop" | "helper" | "comprehension";
type Included = "text" | "module" | "list" | "tuple" | "named tuple" | "resolver" | "languages";

type View = { readonly kind: "view"; readonly id: number; readonly style: Style; readonly placed: Placed; readonly regex: boolean; readonly path: string; readonly written: Text["written"]; readonly condition: Condition; readonly reach: Reach };
type Include = { readonly kind: "include"; readonly id: number; readonly included: Included; readonly placed: Placed; readonly regex: boolean; readonly path: string; readonly written: Text["written"]; readonly condition: Condition; readonly reach: Reach; readonly folder: string; readonly members: readonly Member[] };
type Member = View | Include;
type Site = { readonly settings: "module" | "package" | "star"; readonly members: readonly Member[] };

const styles = ["function", "restricted", "post only", "class", "class with limits", "limits in as_view", "inherited", "mixed", "generic", "redirect", "dispatch", "decorated", "decorated class", "partial"] as const;
const placements = ["list", "append", "plus", "extend", "insert", "loop", "helper", "comprehension"] as const;

class Maker {
  readonly #random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  site(): Site {
    return { settings: this.#random.pick(["module", "package", "star"]), members: this.#members(0) };
  }

  #members(depth: number): Member[] {
    return this.#random.list(1, depth === 0 ? 5 : 3, () => (depth < 3 && this.#random.chance(0.4) ? this.#include(depth) : this.#view()));
  }

  #view(): View {
    const random = this.#random;
    const id = ++this.#ids;
    const regex = random.chance(0.3);
    const path = regex
      ? random.pick([`^x${id}/$`, `^x${id}/(?P<item${id}>[0-9]+)/$`, `^x${id}/([a-z]+)/$`, `^x${id}/(?:page-(?P<page${id}>\\d+)/)?$`, `^x${id}\\.(?P<kind${id}>json|xml)$`, `^x${id}/?$`])
      : random.pick([`x${id}/`, `x${id}`, `x${id}/<int:item${id}>/`, `x${id}/<name${id}>`, `f${id}/<path:rest${id}>`, `u${id}/<uuid:key${id}>/x`]);
    return { kind: "view", id, style: random.mostly(styles), placed: random.mostly(placements), regex, path, written: random.mostly(textForms), condition: this.#condition(), reach: random.mostly(reaches) };
  }

  #include(depth: number): Include {
    const random = this.#random;
    const id = ++this.#ids;
    const regex = random.chance(0.2);
    const path = regex ? random.pick([`^m${id}/`, `^m${id}/(?P<part${id}>\\w+)/`]) : random.pick([`m${id}/`, `m${id}/<slug:part${id}>/`, `v${id}/api/`]);
    const included = random.mostly<Included>(depth === 0 ? ["text", "module", "list", "tuple", "named tuple", "resolver", "languages"] : ["text", "module", "list", "tuple", "named tuple", "resolver"]);
    return { kind: "include", id, included, placed: random.mostly(placements), regex, path, written: random.mostly(textForms), condition: this.#condition(), reach: random.mostly(reaches), folder: random.pick(["", "app", "app.api"]), members: this.#members(depth + 1) };
  }

  #condition(): Condition {
    return this.#random.chance(0.85) ? "always" : this.#random.pick<Condition>(["environment", "true", "false", "not false"]);
  }
}

class Writer {
  readonly #project = new PythonProject();

  sources({ settings, members }: Site): ReturnType<PythonProject["sources"]> {
    const module = { module: "main.settings", package: "main.settings.live", star: "main.live" }[settings];
    const values = 'SECRET_KEY = "generated"\nALLOWED_HOSTS = ["*"]\nROOT_URLCONF = "main.urls"\nINSTALLED_APPS = []\nDATABASES = {}\nMIDDLEWARE = []\nLANGUAGE_CODE = "en"';
    if (settings === "star") {
      this.#project.module("main.base").add(values.replace("main.urls", "main.nowhere"));
      this.#project.module(module).add('from .base import *\nROOT_URLCONF = "main.urls"');
    } else this.#project.module(module).add(values);
    this.#project.module("main.wsgi").add(`import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${module}")\napplication = get_wsgi_application()`);
    this.#urls(this.#project.module("main.urls"), members, "urlpatterns");
    return this.#project.sources();
  }

  /** A module that fills a list of patterns. */
  #urls(module: PythonModule, members: readonly Member[], list: string): void {
    module.add(`from django.urls import include, path, re_path\n${list} = []`);
    for (const member of members) {
      underCondition(module, member.condition, 0, (depth) => {
        const route = textExpression(this.#project, module, { text: member.path, written: member.written }, depth);
        const target = member.kind === "view" ? this.#view(member, module, depth) : this.#include(member, module, depth);
        const made = target === undefined ? this.#languages(member, module, depth) : `${member.regex ? "re_path" : "path"}(${route}, ${target})`;
        this.#place(module, member, list, made, depth);
      });
    }
  }

  #place(module: PythonModule, { placed, id }: Member, list: string, made: string, depth: number): void {
    const add = (text: string): void => module.add(text, depth);
    switch (placed) {
      case "append":
        return add(`${list}.append(${made})`);
      case "list":
        return add(`${list} += [${made}]`);
      case "plus":
        return add(`${list} = ${list} + [${made}]`);
      case "extend":
        return add(`${list}.extend((${made},))`);
      case "insert":
        return add(`${list}.insert(0, ${made})`);
      case "loop":
        return add(`for each_${id} in (${made},):\n    ${list}.append(each_${id})`);
      case "helper":
        return add(`def add_${id}(patterns, pattern):\n    patterns += [pattern]\nadd_${id}(${list}, pattern=${made})`);
      case "comprehension":
        return add(`${list} += [each for each in [${made}] if each is not None]`);
      default:
        return placed satisfies never;
    }
  }

  /** The patterns of a language prefix: what stands for the prefix is Django's own. */
  #languages(member: Member, module: PythonModule, depth: number): string {
    const name = `patterns_${member.id}`;
    const inner = this.#project.module(`part_${member.id}`);
    this.#urls(inner, member.kind === "include" ? member.members : [], name);
    module.head("from django.conf.urls.i18n import i18n_patterns");
    return `i18n_patterns(*${reachName(this.#project, member.reach, module, inner, name, depth)})[0]`;
  }

  #include({ id, included, reach, folder, members }: Include, module: PythonModule, depth: number): string | undefined {
    if (included === "languages") return undefined;
    const inner = this.#project.module(`${folder === "" ? "" : `${folder}.`}part_${id}`);
    const list = included === "text" || included === "module" ? "urlpatterns" : `patterns_${id}`;
    this.#urls(inner, members, list);
    switch (included) {
      case "text":
        return `include("${inner.name}")`;
      case "module":
        module.add(`import ${inner.name}`, depth);
        return `include(${inner.name})`;
      case "list":
        return `include(${reachName(this.#project, reach, module, inner, list, depth)})`;
      case "tuple":
        return `include((${reachName(this.#project, reach, module, inner, list, depth)}, "app_${id}"))`;
      case "named tuple":
        return `include((${reachName(this.#project, reach, module, inner, list, depth)}, "app_${id}"), namespace="space_${id}")`;
      case "resolver":
        return `(${reachName(this.#project, reach, module, inner, list, depth)}, None, None)`;
      default:
        return included satisfies never;
    }
  }

  #view({ id, style, reach }: View, module: PythonModule, depth: number): string {
    const views = this.#project.module(`views_${id}`);
    const [fn, cls] = [`view_${id}`, `View${id}`];
    views.add("from django.http import HttpResponse\nfrom django.views import View");
    const body = `(request, *args, **kwargs):\n    return HttpResponse("ok")`;
    const methods = (...names: readonly string[]): string => names.map((name) => `    def ${name}(self, request, *args, **kwargs):\n        return HttpResponse("ok")`).join("\n");
    const reached = (name: string): string => reachName(this.#project, reach, module, views, name, depth);
    switch (style) {
      case "function":
        views.add(`def ${fn}${body}`);
        return reached(fn);
      case "restricted":
        views.add(`from django.views.decorators.http import require_http_methods\n@require_http_methods(["GET", "PUT"])\ndef ${fn}${body}`);
        return reached(fn);
      case "post only":
        views.add(`from django.views.decorators.csrf import csrf_exempt\nfrom django.views.decorators.http import require_POST\n@csrf_exempt\n@require_POST\ndef ${fn}${body}`);
        return reached(fn);
      case "class":
        views.add(`class ${cls}(View):\n${methods("get", "patch")}`);
        return `${reached(cls)}.as_view()`;
      case "class with limits":
        views.add(`class ${cls}(View):\n    http_method_names = ["get", "delete", "options"]\n${methods("get", "post", "delete")}`);
        return `${reached(cls)}.as_view()`;
      case "limits in as_view":
        views.add(`class ${cls}(View):\n${methods("get", "post", "put")}`);
        return `${reached(cls)}.as_view(http_method_names=["put", "get"])`;
      case "inherited":
        views.add(`class Base${id}(View):\n${methods("get", "post")}\nclass ${cls}(Base${id}):\n${methods("delete")}`);
        return `${reached(cls)}.as_view()`;
      case "mixed":
        views.add(`class Mixin${id}:\n${methods("put")}\nclass ${cls}(Mixin${id}, View):\n    get = Mixin${id}.put`);
        return `${reached(cls)}.as_view()`;
      case "generic":
        views.add(`from django.views.generic import FormView\nclass ${cls}(FormView):\n    template_name = "x.html"`);
        return `${reached(cls)}.as_view()`;
      case "redirect":
        module.head("from django.views.generic import RedirectView");
        return `RedirectView.as_view(url="/")`;
      case "dispatch":
        views.add(`class ${cls}(View):\n${methods("dispatch")}`);
        return `${reached(cls)}.as_view()`;
      case "decorated":
        views.add(`from functools import wraps\ndef deco_${id}(view):\n    @wraps(view)\n    def inner(*args, **kwargs):\n        return view(*args, **kwargs)\n    return inner\n@deco_${id}\ndef ${fn}${body}`);
        return reached(fn);
      case "decorated class":
        views.add(`from django.utils.decorators import method_decorator\nfrom django.views.decorators.cache import never_cache\n@method_decorator(never_cache, name="dispatch")\nclass ${cls}(View):\n${methods("get", "delete")}`);
        module.head("from django.views.decorators.csrf import csrf_exempt");
        return `csrf_exempt(${reached(cls)}.as_view())`;
      case "partial":
        views.add(`def ${fn}${body}`);
        module.head("from functools import partial");
        return `partial(${reached(fn)}, extra=1)`;
      default:
        return style satisfies never;
    }
  }
}

/** Sites whose URLs nest, over every way to include, to write a view and to fill a list of patterns. */
export const generator: ApplicationGenerator = defineGenerator<Site>({
  name: "django",
  plugins: [python, django],
  requirements: ["Django==5.2.19"],
  generate: (random) => new Maker(random).site(),
  render: (site) => new Writer().sources(site),
  config: () => ({ application: "main.wsgi:application" }),
  smaller: (site) => smaller(site, { fields: { settings: "module", style: "function", placed: "append", included: "text", regex: false, reach: "from", folder: "", condition: "always", written: "literal" }, members: "members" }),
});
