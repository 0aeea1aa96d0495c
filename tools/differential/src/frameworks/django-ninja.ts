import django from "@muster/plugin-django";
import djangoNinja from "@muster/plugin-django-ninja";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

type Made = "plain" | "factory" | "subclass" | "keywords";
type Added = "decorator" | "keyword" | "api_operation" | "add_api_operation" | "called" | "getattr" | "loop" | "helper" | "hidden";
type Mounted = "call" | "dotted" | "loop" | "helper";

type Router = { readonly id: number; readonly made: Made; readonly reach: Reach; readonly folder: string; readonly members: readonly Member[] };
type Operation = { readonly kind: "operation"; readonly id: number; readonly added: Added; readonly method: string; readonly path: Text; readonly condition: Condition };
type Mount = { readonly kind: "mount"; readonly mounted: Mounted; readonly prefix: Text; readonly condition: Condition; readonly router: Router };
type Member = Operation | Mount;
/** An interface under a prefix of the URLs. */
type Interface = { readonly documents: "both" | "schema" | "none"; readonly prefix: Text; readonly router: Router };
type Site = { readonly interfaces: readonly Interface[] };

const methods = ["get", "post", "put", "patch", "delete"] as const;

class Maker {
  readonly #random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  site(): Site {
    return { interfaces: this.#random.list(1, 2, (index) => ({ documents: this.#random.pick(["both", "schema", "none"]), prefix: this.#text(this.#random.pick([`api${index}/`, `v${index}/api/`, `t${index}/<slug:tenant${index}>/`])), router: this.#router(0) })) };
  }

  #router(depth: number): Router {
    const random = this.#random;
    return {
      id: ++this.#ids,
      made: random.mostly<Made>(["plain", "factory", "subclass", "keywords"]),
      reach: random.mostly(reaches),
      folder: random.pick(["", "api", "api.v1"]),
      members: random.list(1, depth === 0 ? 5 : 3, () => (depth < 3 && random.chance(0.45) ? this.#mount(depth) : this.#operation())),
    };
  }

  #operation(): Operation {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      kind: "operation",
      id,
      added: random.mostly<Added>(["decorator", "keyword", "api_operation", "add_api_operation", "called", "getattr", "loop", "helper", "hidden"]),
      method: random.pick(methods),
      path: this.#text(random.pick([`/x${id}`, `x${id}`, `/x${id}/`, `/x${id}/{item${id}}`, `/n${id}/{int:item${id}}`, `/f${id}/{path:rest${id}}`, "/same", ""])),
      condition: this.#condition(),
    };
  }

  #mount(depth: number): Mount {
    const random = this.#random;
    const id = ++this.#ids;
    return { kind: "mount", mounted: random.mostly<Mounted>(["call", "dotted", "loop", "helper"]), prefix: this.#text(random.pick([`/m${id}`, `m${id}/`, `/m${id}/{part${id}}/`, ""])), condition: this.#condition(), router: this.#router(depth + 1) };
  }

  #text(text: string): Text {
    return { text, written: this.#random.mostly(textForms) };
  }

  #condition(): Condition {
    return this.#random.chance(0.85) ? "always" : this.#random.pick<Condition>(["environment", "true", "false", "not false"]);
  }
}

class Writer {
  readonly #project = new PythonProject();

  sources({ interfaces }: Site): ReturnType<PythonProject["sources"]> {
    this.#project.module("main.settings").add('SECRET_KEY = "generated"\nROOT_URLCONF = "main.urls"\nINSTALLED_APPS = []\nDATABASES = {}');
    this.#project.module("main.wsgi").add('import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "main.settings")\napplication = get_wsgi_application()');
    const urls = this.#project.module("main.urls");
    urls.add("from django.urls import path\nfrom ninja import NinjaAPI");
    const patterns = interfaces.map(({ documents, prefix, router }, index) => {
      const api = `api_${index}`;
      const without = { both: "", schema: ", docs_url=None", none: ", openapi_url=None" }[documents];
      urls.add(`${api} = NinjaAPI(urls_namespace="${api}"${without})`);
      this.#members(router, urls, api, 0);
      return `path(${textExpression(this.#project, urls, prefix)}, ${api}.urls)`;
    });
    urls.add(`urlpatterns = [${patterns.join(", ")}]`);
    return this.#project.sources();
  }

  #router(router: Router): { module: PythonModule; name: string } {
    const module = this.#project.module(`${router.folder === "" ? "" : `${router.folder}.`}part_${router.id}`);
    const [name, made] = [`router_${router.id}`, `made_${router.id}`];
    module.add("from ninja import Router");
    switch (router.made) {
      case "plain":
        module.add(`${name} = Router()`);
        this.#members(router, module, name, 0);
        break;
      case "keywords":
        module.add(`${name} = Router(**{"tags": ["generated"]})`);
        this.#members(router, module, name, 0);
        break;
      case "subclass":
        module.add(`class ${made}(Router):\n    def __init__(self, **rest):\n        super().__init__(tags=["generated"], **rest)\n${name} = ${made}()`);
        this.#members(router, module, name, 0);
        break;
      case "factory":
        module.add(`def ${made}():\n    made = Router()`);
        this.#members(router, module, "made", 1);
        module.add(`    return made\n${name} = ${made}()`);
        break;
      default:
        router.made satisfies never;
    }
    return { module, name };
  }

  #members(router: Router, module: PythonModule, receiver: string, depth: number): void {
    for (const member of router.members) {
      if (member.kind === "operation") this.#operation(member, module, receiver, depth);
      else this.#mount(member, module, receiver, depth);
    }
  }

  #mount({ mounted, prefix, condition, router }: Mount, module: PythonModule, receiver: string, depth: number): void {
    const below = this.#router(router);
    underCondition(module, condition, depth, (inner) => {
      const add = (text: string): void => module.add(text, inner);
      const path = textExpression(this.#project, module, prefix, inner);
      const child = mounted === "dotted" ? `"${below.module.name}.${below.name}"` : reachName(this.#project, router.reach, module, below.module, below.name, inner);
      switch (mounted) {
        case "call":
        case "dotted":
          return add(`${receiver}.add_router(${path}, ${child})`);
        case "loop":
          return add(`for start, each in {${path}: ${child}}.items():\n    ${receiver}.add_router(start, each)`);
        case "helper":
          return add(`def register_${router.id}(target, **routers):\n    for each in routers.values():\n        target.add_router(prefix=${path}, router=each)\nregister_${router.id}(${receiver}, child=${child})`);
        default:
          return mounted satisfies never;
      }
    });
  }

  #operation({ id, added, method, path, condition }: Operation, module: PythonModule, receiver: string, depth: number): void {
    underCondition(module, condition, depth, (inner) => {
      const text = textExpression(this.#project, module, path, inner);
      const add = (line: string): void => module.add(line, inner);
      const handler = `handle_${id}`;
      const definition = `def ${handler}(request, **rest):\n    return {}`;
      const verb = `"${method.toUpperCase()}"`;
      switch (added) {
        case "decorator":
          return add(`@${receiver}.${method}(${text})\n${definition}`);
        case "keyword":
          return add(`@${receiver}.${method}(path=${text}, tags=["x"], auth=None)\nasync ${definition}`);
        case "hidden":
          return add(`@${receiver}.${method}(${text}, include_in_schema=False)\n${definition}`);
        case "api_operation":
          return add(`@${receiver}.api_operation([${verb}, "HEAD"], ${text})\n${definition}`);
        case "add_api_operation":
          // An interface itself has no such method: its default router does.
          return add(`${definition}\ngetattr(${receiver}, "default_router", ${receiver}).add_api_operation(${text}, [${verb}], ${handler})`);
        case "called":
          return add(`${definition}\n${receiver}.${method}(${text})(${handler})`);
        case "getattr":
          return add(`${definition}\ngetattr(${receiver}, ${verb}.lower())(${text})(${handler})`);
        case "loop":
          return add(`${definition}\nfor verb in ("get", "delete"):\n    getattr(${receiver}, verb)(${text} + "/more${id}")(${handler})`);
        case "helper":
          return add(`def add_${id}(target, path=${text}):\n    @target.${method}(path)\n    def ${handler}(request):\n        return {}\nadd_${id}(${receiver})`);
        default:
          return added satisfies never;
      }
    });
  }
}

/** Interfaces whose routers nest, come from factories and classes, and are named by dotted texts. */
export const generator: ApplicationGenerator = defineGenerator<Site>({
  name: "django-ninja",
  plugins: [python, django, djangoNinja],
  requirements: ["Django==5.2.19", "django-ninja==1.7.1"],
  generate: (random) => new Maker(random).site(),
  render: (site) => new Writer().sources(site),
  config: () => ({ application: "main.wsgi:application" }),
  smaller: (site) => smaller(site, { fields: { made: "plain", added: "decorator", mounted: "call", method: "get", documents: "none", reach: "from", folder: "", condition: "always", written: "literal" }, members: "members" }),
});
