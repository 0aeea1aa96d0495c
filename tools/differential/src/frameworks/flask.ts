import flask from "@muster/plugin-flask";
import python from "@muster/python/plugin";
import { defineGenerator, type ApplicationGenerator } from "../generator.ts";
import { conditions, underCondition, type Condition } from "../python/condition.ts";
import { PythonProject, type PythonModule } from "../python/project.ts";
import { reaches, reachName, type Reach } from "../python/reach.ts";
import { quoted, textExpression, textForms, type Text } from "../python/text-form.ts";
import type { Random } from "../random.ts";
import { smaller } from "../smaller.ts";

/** What answers, and how it gets its path. */
type Answered = "decorator" | "verb" | "rule" | "rule by name" | "late" | "lambda" | "view" | "method view" | "inherited" | "own base" | "method" | "wrapped" | "recorded" | "several" | "options";
/** Where a blueprint's prefix is said. */
type Prefixed = "registered" | "constructor" | "both" | "nowhere";
/** How a blueprint is put on what is around it. */
type Registered = "plain" | "renamed" | "twice" | "loop" | "function" | "extension" | "imported by name" | "subclass";
type Made = "module" | "factory" | "subclass" | "configured";

type Route = { readonly kind: "route"; readonly id: number; readonly answered: Answered; readonly methods: readonly string[]; readonly path: Text; readonly condition: Condition };
type Blueprint = {
  readonly kind: "blueprint";
  readonly id: number;
  readonly prefixed: Prefixed;
  readonly prefix: Text;
  readonly registered: Registered;
  readonly reach: Reach;
  readonly folder: string | null;
  readonly condition: Condition;
  readonly members: readonly Member[];
};
type Member = Route | Blueprint;
type Mount = { readonly id: number; readonly path: Text; readonly members: readonly Member[] };
type Application = { readonly made: Made; readonly isStatic: boolean; readonly members: readonly Member[]; readonly mounts: readonly Mount[] };

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

class Maker {
  readonly #random: Random;
  #ids = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  application(): Application {
    const random = this.#random;
    return {
      made: random.mostly<Made>(["module", "factory", "subclass", "configured"]),
      isStatic: random.chance(0.2),
      members: random.list(1, 5, () => this.#member(0)),
      mounts: random.chance(0.25) ? random.list(1, 2, () => this.#mount()) : [],
    };
  }

  #mount(): Mount {
    const id = ++this.#ids;
    return { id, path: this.#text(`/mounted${id}`), members: this.#random.list(1, 2, () => this.#member(2)) };
  }

  #member(depth: number): Member {
    return depth < 3 && this.#random.chance(0.45) ? this.#blueprint(depth) : this.#route();
  }

  #route(): Route {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      kind: "route",
      id,
      answered: random.mostly<Answered>(["decorator", "verb", "rule", "rule by name", "late", "lambda", "view", "method view", "inherited", "own base", "method", "wrapped", "recorded", "several", "options"]),
      methods: random.chance(0.3) ? [] : random.some(verbs),
      path: this.#text(random.pick([`/x${id}`, `/x${id}/`, `/x${id}/<item${id}>`, `/n${id}/<int:item${id}>`, `/files${id}/<path:rest${id}>`, `/a${id}/<any(b, c):kind${id}>/<string(length=2):code${id}>`])),
      condition: this.#condition(),
    };
  }

  #blueprint(depth: number): Blueprint {
    const random = this.#random;
    const id = ++this.#ids;
    return {
      kind: "blueprint",
      id,
      prefixed: random.pick(["registered", "constructor", "both", "nowhere"]),
      prefix: this.#text(random.pick([`/b${id}`, `/b${id}/`, `/b${id}/<part${id}>`])),
      registered: random.mostly<Registered>(["plain", "renamed", "twice", "loop", "function", "extension", "imported by name", "subclass"]),
      reach: random.mostly(reaches),
      folder: random.chance(0.3) ? null : random.pick(["", "web", "web.parts"]),
      condition: this.#condition(),
      members: random.list(1, 3, () => this.#member(depth + 1)),
    };
  }

  #text(text: string): Text {
    return { text, written: this.#random.mostly(textForms) };
  }

  #condition(): Condition {
    return this.#random.chance(0.85) ? "always" : this.#random.pick(conditions);
  }
}

const imports = `from functools import wraps
from flask import Blueprint, Flask
from flask.views import MethodView, View
from werkzeug.utils import import_string`;

class Writer {
  readonly #project = new PythonProject();

  sources({ made, isStatic, members, mounts }: Application): ReturnType<PythonProject["sources"]> {
    const main = this.#project.module("main");
    main.add(`${imports}\nfrom werkzeug.middleware.dispatcher import DispatcherMiddleware`);
    const name = mounts.length === 0 ? "app" : "inner_app";
    this.#application(main, name, made, isStatic, members);
    const mounted = mounts.map(({ id, path, members: inside }) => {
      this.#application(main, `mounted_${id}`, "module", false, inside);
      return `${textExpression(this.#project, main, path)}: mounted_${id}`;
    });
    if (mounted.length > 0) main.add(`app = DispatcherMiddleware(inner_app, {${mounted.join(", ")}})`);
    return this.#project.sources();
  }

  #application(module: PythonModule, name: string, made: Made, isStatic: boolean, members: readonly Member[]): void {
    const given = isStatic ? "__name__" : "__name__, static_folder=None";
    switch (made) {
      case "module":
        module.add(`${name} = Flask(${given})`);
        this.#members(module, name, members, 0);
        return;
      case "subclass":
        module.add(`class Application(Flask):\n    def __init__(self):\n        super().__init__(${given})\n        self.extra = []\n${name} = Application()`);
        this.#members(module, name, members, 0);
        return;
      case "factory":
        module.add("def create_app(debug=False):");
        module.add(`made = Flask(${given})`, 1);
        this.#members(module, "made", members, 1);
        module.add("return made", 1);
        module.add(`${name} = create_app()`);
        return;
      case "configured":
        module.add("class Base:\n    DEBUG = False\nclass Settings(Base):\n    EXTRA = True\ndef create_app(settings, **more):");
        module.add(`made = Flask(${given})\nmade.config.from_object(settings)\nmade.config.from_mapping(more)\nif made.config["EXTRA"] and not made.config.get("CLOSED"):`, 1);
        module.add("made.extensions['own'] = True", 2);
        this.#members(module, "made", members, 2);
        module.add("return made", 1);
        module.add(`${name} = create_app("main.Settings", CLOSED=False)`);
        return;
      default:
        return made satisfies never;
    }
  }

  #members(module: PythonModule, on: string, members: readonly Member[], depth: number): void {
    for (const member of members) underCondition(module, member.condition, depth, (inner) => (member.kind === "route" ? this.#route(module, on, member, inner) : this.#register(module, on, member, inner)));
  }

  #register(parent: PythonModule, on: string, { id, prefixed, prefix, registered, reach, folder, members }: Blueprint, depth: number): void {
    const module = folder === null ? parent : this.#project.module(`${folder === "" ? "" : `${folder}.`}part_${id}`);
    const at = folder === null ? depth : 0;
    const name = `blueprint_${id}`;
    if (module !== parent) module.add(imports);
    const own = prefixed === "constructor" || prefixed === "both" ? `, url_prefix=${textExpression(this.#project, module, prefixed === "both" ? { text: `/replaced${id}`, written: "literal" } : prefix, at)}` : "";
    if (registered === "subclass") {
      module.add(`class Part_${id}(Blueprint):\n    def __init__(self, name, **more):\n        super().__init__(name, __name__, **more)\n${name} = Part_${id}("b${id}"${own})`, at);
    } else module.add(`${name} = Blueprint("b${id}", __name__${own})`, at);
    this.#members(module, name, members, at);
    const reached = module === parent ? name : registered === "imported by name" ? `import_string("${module.name}:${name}")` : reachName(this.#project, reach, parent, module, name, depth);
    const given = prefixed === "registered" || prefixed === "both" ? `, url_prefix=${textExpression(this.#project, parent, prefix, depth)}` : "";
    const add = (text: string): void => parent.add(text, depth);
    switch (registered) {
      case "plain":
      case "imported by name":
      case "subclass":
        return add(`${on}.register_blueprint(${reached}${given})`);
      case "renamed":
        return add(`${on}.register_blueprint(${reached}${given}, name="renamed_${id}")`);
      case "twice":
        return add(`${on}.register_blueprint(${reached}${given})\n${on}.register_blueprint(${reached}, url_prefix="/again${id}", name="again_${id}")`);
      case "loop":
        return add(`for each in (${reached},):\n    ${on}.register_blueprint(each${given})`);
      case "function":
        return add(`def register_${id}(target, part):\n    target.register_blueprint(part${given})\nregister_${id}(${on}, ${reached})`);
      case "extension":
        return add(`class Extension_${id}:\n    def __init__(self, part):\n        self.part = part\n    def init_app(self, target):\n        target.register_blueprint(self.part${given})\nExtension_${id}(${reached}).init_app(${on})`);
      default:
        return registered satisfies never;
    }
  }

  #route(module: PythonModule, on: string, { id, answered, methods, path }: Route, depth: number): void {
    const text = textExpression(this.#project, module, path, depth);
    const add = (lines: string): void => module.add(lines, depth);
    const name = `answer_${id}`;
    const given = methods.length === 0 ? "" : `, methods=[${methods.map(quoted).join(", ")}]`;
    const handled = (methods.length === 0 ? ["GET"] : methods).map((method) => `    def ${method.toLowerCase()}(self, **values):\n        return ""`).join("\n");
    const plain = `def ${name}(**values):\n    return ""`;
    switch (answered) {
      case "decorator":
        return add(`@${on}.route(${text}${given})\n${plain}`);
      case "verb":
        return add(`@${on}.${(methods[0] ?? "GET").toLowerCase()}(${text})\n${plain}`);
      case "rule":
        return add(`${plain}\n${on}.add_url_rule(${text}, "e${id}", ${name}${given})`);
      case "rule by name":
        return add(`${plain}\n${on}.add_url_rule(rule=${text}, view_func=${name}, endpoint="e${id}"${given})`);
      case "late":
        return add(`${on}.add_url_rule(${text}, endpoint="e${id}", view_func=None${given})`);
      case "lambda":
        return add(`${on}.add_url_rule(${text}, "e${id}", lambda **values: ""${given})`);
      case "view":
        return add(`class View_${id}(View):\n    methods = [${(methods.length === 0 ? ["GET"] : methods).map(quoted).join(", ")}]\n    def dispatch_request(self, **values):\n        return ""\n${on}.add_url_rule(${text}, view_func=View_${id}.as_view("v${id}"))`);
      case "method view":
        return add(`class View_${id}(MethodView):\n${handled}\n${on}.add_url_rule(${text}, view_func=View_${id}.as_view("v${id}"))`);
      case "inherited":
        return add(`class Base_${id}(MethodView):\n${handled}\nclass View_${id}(Base_${id}):\n    def options(self, **values):\n        return ""\n${on}.add_url_rule(${text}, view_func=View_${id}.as_view("v${id}"))`);
      case "own base":
        return add(`class Base_${id}(MethodView):\n    path = None\n    @classmethod\n    def install(cls, target):\n        target.add_url_rule(cls.path, view_func=cls.as_view(cls.__name__.lower()))\nclass View_${id}(Base_${id}):\n    path = ${text}\n${handled}\nView_${id}.install(${on})`);
      case "method":
        return add(`class Views_${id}:\n    def answer(self, **values):\n        return ""\n${on}.add_url_rule(${text}, "e${id}", Views_${id}().answer${given})`);
      case "wrapped":
        return add(`def around_${id}(function):\n    @wraps(function)\n    def inner(*args, **values):\n        return function(*args, **values)\n    return inner\n@${on}.route(${text}${given})\n@around_${id}\n${plain}`);
      case "recorded":
        return add(`${plain}\nif hasattr(${on}, "record"):\n    ${on}.record(lambda state: state.add_url_rule(${text}, "e${id}", ${name}${given}))\nelse:\n    ${on}.add_url_rule(${text}, "e${id}", ${name}${given})`);
      case "several":
        return add(`@${on}.route(${text}${given})\n@${on}.route("/also${id}", endpoint="also_${id}")\n${plain}`);
      case "options":
        return add(`@${on}.route(${text}, methods=["OPTIONS"${methods.map((method) => `, ${quoted(method)}`).join("")}])\n${plain}`);
      default:
        return answered satisfies never;
    }
  }
}

/** Applications of blueprints within blueprints, mounted applications, views and functions, registered in many ways. */
export const generator: ApplicationGenerator = defineGenerator<Application>({
  name: "flask",
  plugins: [python, flask],
  requirements: ["flask==3.1.3", "werkzeug==3.1.9"],
  generate: (random) => new Maker(random).application(),
  render: (application) => new Writer().sources(application),
  smaller: (application) =>
    smaller(application, {
      fields: { made: "module", isStatic: false, mounts: [], answered: "decorator", prefixed: "registered", registered: "plain", reach: "from", folder: null, condition: "always", methods: [], written: "literal" },
      members: "members",
    }),
});
